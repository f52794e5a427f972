/** Tests of what is known of parts that are away. */
@NullMarked
package io.jiayou.outside;

import org.jspecify.annotations.NullMarked;
