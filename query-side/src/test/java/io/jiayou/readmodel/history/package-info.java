/** Tests of reading the event store as one history. */
@NullMarked
package io.jiayou.readmodel.history;

import org.jspecify.annotations.NullMarked;
