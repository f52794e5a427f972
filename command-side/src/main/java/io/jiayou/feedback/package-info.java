/** A piece of feedback as its events made it. */
@NullMarked
package io.jiayou.feedback;

import org.jspecify.annotations.NullMarked;
