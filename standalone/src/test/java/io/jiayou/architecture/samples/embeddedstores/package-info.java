/** Samples for the rule about the embedded stores. */
@NullMarked
package io.jiayou.architecture.samples.embeddedstores;

import org.jspecify.annotations.NullMarked;
