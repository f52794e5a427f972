/** Approved files: what published formats look like, kept in the repository and compared byte for byte. */
@NullMarked
package io.jiayou.approved;

import org.jspecify.annotations.NullMarked;
