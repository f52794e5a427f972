/** Finds out whether an archive is whole, with and without reading it. */
@NullMarked
package io.jiayou.archive.verify;

import org.jspecify.annotations.NullMarked;
