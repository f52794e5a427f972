/** Archives without a running system: taking, listing, verifying and restoring them, and the drills. */
@NullMarked
package io.jiayou.recovery;

import org.jspecify.annotations.NullMarked;
