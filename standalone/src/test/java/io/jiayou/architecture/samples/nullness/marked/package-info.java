/** Samples for the rule about null-marked packages. */
@NullMarked
package io.jiayou.architecture.samples.nullness.marked;

import org.jspecify.annotations.NullMarked;
