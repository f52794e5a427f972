/** Long proofs: promises that are put to the test many times, each ending with its figure. */
@NullMarked
package io.jiayou.trials.prove;

import org.jspecify.annotations.NullMarked;
