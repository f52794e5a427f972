/** Samples for the rule about the transparency log. */
@NullMarked
package io.jiayou.architecture.samples.transparency;

import org.jspecify.annotations.NullMarked;
