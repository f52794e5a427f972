/** How fast events are archived and restored, and what live commands feel of it. */
@NullMarked
package io.jiayou.trials.archiving;

import org.jspecify.annotations.NullMarked;
