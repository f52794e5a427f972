/** Samples for the rule about injection. */
@NullMarked
package io.jiayou.architecture.samples.injection;

import org.jspecify.annotations.NullMarked;
