/** What only the holder of an identity can read: zstd, then age. */
@NullMarked
package io.jiayou.archive.seal;

import org.jspecify.annotations.NullMarked;
