/** Where an archive's files lie: folders, S3 stores. */
@NullMarked
package io.jiayou.archive.target;

import org.jspecify.annotations.NullMarked;
