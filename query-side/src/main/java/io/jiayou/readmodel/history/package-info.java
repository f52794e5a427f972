/** Reading the event store as one history in its global order. */
@NullMarked
package io.jiayou.readmodel.history;

import org.jspecify.annotations.NullMarked;
