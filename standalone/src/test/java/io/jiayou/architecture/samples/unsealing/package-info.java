/** Samples for the rule about who opens sealed texts. */
@NullMarked
package io.jiayou.architecture.samples.unsealing;

import org.jspecify.annotations.NullMarked;
