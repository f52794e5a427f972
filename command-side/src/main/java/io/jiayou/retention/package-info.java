/** Archives, as far as something was deleted of them. */
@NullMarked
package io.jiayou.retention;

import org.jspecify.annotations.NullMarked;
