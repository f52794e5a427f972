/** Gives the events of a verified archive back. */
@NullMarked
package io.jiayou.archive.restore;

import org.jspecify.annotations.NullMarked;
