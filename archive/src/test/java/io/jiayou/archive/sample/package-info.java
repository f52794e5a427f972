/** A history of events and an archive of it, to try things out on. */
@NullMarked
package io.jiayou.archive.sample;

import org.jspecify.annotations.NullMarked;
