/** Samples for the rule about deciding. */
@NullMarked
package io.jiayou.architecture.samples.purecommands;

import org.jspecify.annotations.NullMarked;
