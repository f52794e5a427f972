/** Archives that are restored from, and damaged. */
@NullMarked
package io.jiayou.trials.backup;

import org.jspecify.annotations.NullMarked;
