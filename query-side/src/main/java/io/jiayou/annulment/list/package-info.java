/** Events that couldn't be taken and what was decided about them, for operations and auditors. */
@NullMarked
package io.jiayou.annulment.list;

import org.jspecify.annotations.NullMarked;
