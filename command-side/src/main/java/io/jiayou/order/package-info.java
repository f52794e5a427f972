/** An order as its events made it: what the rules of the order slices look at. */
@NullMarked
package io.jiayou.order;

import org.jspecify.annotations.NullMarked;
