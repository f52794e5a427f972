/** Samples for the rule about what both sides share of HTTP. */
@NullMarked
package io.jiayou.architecture.samples.http;

import org.jspecify.annotations.NullMarked;
