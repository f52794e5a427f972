/** Samples for the rule about folding. */
@NullMarked
package io.jiayou.architecture.samples.purefolds;

import org.jspecify.annotations.NullMarked;
