/** Writes segments as events come, and sets when asked. */
@NullMarked
package io.jiayou.archive.write;

import org.jspecify.annotations.NullMarked;
