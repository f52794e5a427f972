/** Measuring: two things in turn in one run, their ratio with its spread, and how that is told. */
@NullMarked
package io.jiayou.trials.bench;

import org.jspecify.annotations.NullMarked;
