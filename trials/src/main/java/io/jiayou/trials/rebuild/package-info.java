/** How fast the read models come back from the events. */
@NullMarked
package io.jiayou.trials.rebuild;

import org.jspecify.annotations.NullMarked;
