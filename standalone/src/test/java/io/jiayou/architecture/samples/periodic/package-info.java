/** Samples for the rule about the schedule. */
@NullMarked
package io.jiayou.architecture.samples.periodic;

import org.jspecify.annotations.NullMarked;
