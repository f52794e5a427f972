/** Recording that a full backup was deleted from an archive. */
@NullMarked
package io.jiayou.retention.recordpruning;

import org.jspecify.annotations.NullMarked;
