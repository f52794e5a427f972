/** Changes the event store's files and waits for the alarm. */
@NullMarked
package io.jiayou.trials.alarms;

import org.jspecify.annotations.NullMarked;
