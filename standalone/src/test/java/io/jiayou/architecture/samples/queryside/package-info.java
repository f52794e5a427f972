/** Samples for the rule about the query side. */
@NullMarked
package io.jiayou.architecture.samples.queryside;

import org.jspecify.annotations.NullMarked;
