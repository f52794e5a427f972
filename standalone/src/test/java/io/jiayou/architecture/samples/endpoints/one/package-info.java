/** Samples for the rule about endpoints. */
@NullMarked
package io.jiayou.architecture.samples.endpoints.one;

import org.jspecify.annotations.NullMarked;
