/** Damages archives in every way that somebody might, to see whether it is found. */
@NullMarked
package io.jiayou.archive.damage;

import org.jspecify.annotations.NullMarked;
