/** What this process calls and that may be away: how long it's waited for, and who knows that it doesn't answer. */
@NullMarked
package io.jiayou.outside;

import org.jspecify.annotations.NullMarked;
