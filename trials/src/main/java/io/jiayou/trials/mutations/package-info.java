/** What became of the changes that {@code mvn -Pmutation verify} made to what decides: docs/mutation.md. */
@NullMarked
package io.jiayou.trials.mutations;

import org.jspecify.annotations.NullMarked;
