/** A log that anyone can check: the tree, its tiles, signed and cosigned heads, witnesses and proofs. */
@NullMarked
package io.jiayou.transparency;

import org.jspecify.annotations.NullMarked;
