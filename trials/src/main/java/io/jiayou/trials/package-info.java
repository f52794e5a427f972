/** Entry of {@code ./jiayou bench} and {@code ./jiayou prove}: how fast the system is, as ratios, and whether it keeps its promises. */
@NullMarked
package io.jiayou.trials;

import org.jspecify.annotations.NullMarked;
