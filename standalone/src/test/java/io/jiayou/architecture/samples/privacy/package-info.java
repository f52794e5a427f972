/** Samples for the rule about the keys of persons. */
@NullMarked
package io.jiayou.architecture.samples.privacy;

import org.jspecify.annotations.NullMarked;
