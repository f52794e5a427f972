/** Samples for the rule about packages. */
@NullMarked
package io.jiayou.architecture.samples.packages.apart;

import org.jspecify.annotations.NullMarked;
