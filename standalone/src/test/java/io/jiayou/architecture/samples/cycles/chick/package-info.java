/** Samples for the rule about cycles. */
@NullMarked
package io.jiayou.architecture.samples.cycles.chick;

import org.jspecify.annotations.NullMarked;
