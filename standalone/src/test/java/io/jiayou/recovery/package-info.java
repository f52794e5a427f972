/** Restores that are interrupted. */
@NullMarked
package io.jiayou.recovery;

import org.jspecify.annotations.NullMarked;
