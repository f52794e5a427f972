/** How ids are made: time-ordered for new things, derived for things that must be unique. */
@NullMarked
package io.jiayou.ids;

import org.jspecify.annotations.NullMarked;
