/** Samples for the rule about the kernel. */
@NullMarked
package io.jiayou.architecture.samples.kernel;

import org.jspecify.annotations.NullMarked;
