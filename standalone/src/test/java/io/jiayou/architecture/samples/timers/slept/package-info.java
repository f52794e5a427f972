/** Samples for the rule about sleeping. */
@NullMarked
package io.jiayou.architecture.samples.timers.slept;

import org.jspecify.annotations.NullMarked;
