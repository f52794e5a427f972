/** Folding an exported log again, to confirm what was stated about read models. Needs no server and no database. */
@NullMarked
package io.jiayou.audit.refold;

import org.jspecify.annotations.NullMarked;
