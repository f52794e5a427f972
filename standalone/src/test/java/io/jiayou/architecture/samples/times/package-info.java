/** Samples for the rule about times. */
@NullMarked
package io.jiayou.architecture.samples.times;

import org.jspecify.annotations.NullMarked;
