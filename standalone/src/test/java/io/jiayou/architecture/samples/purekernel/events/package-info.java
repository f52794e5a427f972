/** Samples for the rule about what the kernel publishes. */
@NullMarked
package io.jiayou.architecture.samples.purekernel.events;

import org.jspecify.annotations.NullMarked;
