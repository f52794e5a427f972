/** What the query side depends on goes away, and comes back. */
@NullMarked
package io.jiayou.away;

import org.jspecify.annotations.NullMarked;
