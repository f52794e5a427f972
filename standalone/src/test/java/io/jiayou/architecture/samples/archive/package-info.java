/** Samples for the rule about the archive. */
@NullMarked
package io.jiayou.architecture.samples.archive;

import org.jspecify.annotations.NullMarked;
