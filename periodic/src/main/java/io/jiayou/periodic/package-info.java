/** The one way to do something again and again. */
@NullMarked
package io.jiayou.periodic;

import org.jspecify.annotations.NullMarked;
