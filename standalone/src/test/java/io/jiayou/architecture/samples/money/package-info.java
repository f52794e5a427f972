/** Samples for the rule about money. */
@NullMarked
package io.jiayou.architecture.samples.money;

import org.jspecify.annotations.NullMarked;
