/** Samples for the rule about the way of events to the store. */
@NullMarked
package io.jiayou.architecture.samples.applied;

import org.jspecify.annotations.NullMarked;
