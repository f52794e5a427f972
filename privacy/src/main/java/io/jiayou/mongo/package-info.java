/** MongoDB as something that may be away. */
@NullMarked
package io.jiayou.mongo;

import org.jspecify.annotations.NullMarked;
