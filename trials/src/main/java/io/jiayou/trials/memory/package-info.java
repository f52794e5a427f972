/** What the standalone process needs: memory, and time to start. */
@NullMarked
package io.jiayou.trials.memory;

import org.jspecify.annotations.NullMarked;
