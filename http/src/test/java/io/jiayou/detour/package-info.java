/** A way to something that may be away, while the thing itself goes on. */
@NullMarked
package io.jiayou.detour;

import org.jspecify.annotations.NullMarked;
