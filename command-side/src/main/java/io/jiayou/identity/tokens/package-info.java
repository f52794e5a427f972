/** Access tokens: the keys that sign them, and how they are made. */
@NullMarked
package io.jiayou.identity.tokens;

import org.jspecify.annotations.NullMarked;
