/** Samples for the rule about answers that last. */
@NullMarked
package io.jiayou.architecture.samples.lasting.forgotten;

import org.jspecify.annotations.NullMarked;
