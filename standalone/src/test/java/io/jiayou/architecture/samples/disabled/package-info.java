/** Samples for the rule about disabled tests. */
@NullMarked
package io.jiayou.architecture.samples.disabled;

import org.jspecify.annotations.NullMarked;
