/** Samples for the rule about files of clients. */
@NullMarked
package io.jiayou.architecture.samples.files;

import org.jspecify.annotations.NullMarked;
