/** Keeps archives of the events on their targets while the system runs: segments, nightly sets, alarms. */
@NullMarked
package io.jiayou.backup;

import org.jspecify.annotations.NullMarked;
