/** Samples for the rule about cycles. */
@NullMarked
package io.jiayou.architecture.samples.cycles.egg;

import org.jspecify.annotations.NullMarked;
