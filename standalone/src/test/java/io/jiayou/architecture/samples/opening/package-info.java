/** Samples for the rule about times. */
@NullMarked
package io.jiayou.architecture.samples.opening;

import org.jspecify.annotations.NullMarked;
