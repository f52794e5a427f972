/** Erases persons under load and looks for them everywhere. */
@NullMarked
package io.jiayou.trials.erasure;

import org.jspecify.annotations.NullMarked;
