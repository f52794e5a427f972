/** Samples for the rule about the command side. */
@NullMarked
package io.jiayou.architecture.samples.commandside;

import org.jspecify.annotations.NullMarked;
