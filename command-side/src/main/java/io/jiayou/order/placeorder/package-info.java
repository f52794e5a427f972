/** Placing an order: the price is locked where the truth is. */
@NullMarked
package io.jiayou.order.placeorder;

import org.jspecify.annotations.NullMarked;
