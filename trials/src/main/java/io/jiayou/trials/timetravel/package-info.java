/** Past views against the fold of all events up to then. */
@NullMarked
package io.jiayou.trials.timetravel;

import org.jspecify.annotations.NullMarked;
