/** Watching and steering read models while they run: health, metrics, rebuilds, verification. */
@NullMarked
package io.jiayou.readmodel.operations;

import org.jspecify.annotations.NullMarked;
