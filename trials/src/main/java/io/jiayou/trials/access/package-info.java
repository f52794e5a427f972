/** What it costs to ask everybody who they are. */
@NullMarked
package io.jiayou.trials.access;

import org.jspecify.annotations.NullMarked;
