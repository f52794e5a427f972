/** Folding in memory: events in, documents out, no store and no clock. */
@NullMarked
package io.jiayou.readmodel.fold;

import org.jspecify.annotations.NullMarked;
