/** What the timelines of read models have in common: steps, and times as documents keep them. */
@NullMarked
package io.jiayou.timeline;

import org.jspecify.annotations.NullMarked;
