/** What the standalone process takes while it works for long, and while nobody asks it anything. */
@NullMarked
package io.jiayou.trials.soak;

import org.jspecify.annotations.NullMarked;
