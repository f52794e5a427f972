/** Samples for the rule about events. */
@NullMarked
package io.jiayou.architecture.samples.events;

import org.jspecify.annotations.NullMarked;
