/** The signed texts of an archive, which say what it consists of. */
@NullMarked
package io.jiayou.archive.manifest;

import org.jspecify.annotations.NullMarked;
