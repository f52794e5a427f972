/** Filling generations from the whole history, beside the live ones; comparing, switching and verifying them. */
@NullMarked
package io.jiayou.readmodel.rebuild;

import org.jspecify.annotations.NullMarked;
