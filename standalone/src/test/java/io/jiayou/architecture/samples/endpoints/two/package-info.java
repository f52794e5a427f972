/** Samples for the rule about endpoints. */
@NullMarked
package io.jiayou.architecture.samples.endpoints.two;

import org.jspecify.annotations.NullMarked;
