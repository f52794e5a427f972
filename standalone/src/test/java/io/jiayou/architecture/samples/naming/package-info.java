/** Samples for the rule about names. */
@NullMarked
package io.jiayou.architecture.samples.naming;

import org.jspecify.annotations.NullMarked;
