/** Samples for the rule about the reader's language. */
@NullMarked
package io.jiayou.architecture.samples.languages;

import org.jspecify.annotations.NullMarked;
