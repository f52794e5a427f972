/** Samples for the rule about cycles. */
@NullMarked
package io.jiayou.architecture.samples.cycles.farm;

import org.jspecify.annotations.NullMarked;
