/** Samples for the rule about cycles. */
@NullMarked
package io.jiayou.architecture.samples.cycles.hen;

import org.jspecify.annotations.NullMarked;
