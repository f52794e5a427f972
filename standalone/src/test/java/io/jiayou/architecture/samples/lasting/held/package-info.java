/** Samples for the rule about answers that last. */
@NullMarked
package io.jiayou.architecture.samples.lasting.held;

import org.jspecify.annotations.NullMarked;
