/** How long after its acknowledgement a command's event is seen by those who follow the events. */
@NullMarked
package io.jiayou.trials.visibility;

import org.jspecify.annotations.NullMarked;
