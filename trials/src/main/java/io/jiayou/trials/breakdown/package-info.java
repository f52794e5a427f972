/** Kills and full disks while events are archived and restored. */
@NullMarked
package io.jiayou.trials.breakdown;

import org.jspecify.annotations.NullMarked;
