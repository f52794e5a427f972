/** The index of the history: which events belong to whom, by whom, when and with which words. Can be thrown away. */
@NullMarked
package io.jiayou.audit.index;

import org.jspecify.annotations.NullMarked;
