/** The proof that a kill at any moment loses nothing that was acknowledged and leaves nothing half done. */
@NullMarked
package io.jiayou.trials.kills;

import org.jspecify.annotations.NullMarked;
