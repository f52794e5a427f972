/** Samples for the rule about timers. */
@NullMarked
package io.jiayou.architecture.samples.timers.owned;

import org.jspecify.annotations.NullMarked;
