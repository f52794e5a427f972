/** Confirming the payment of an order. */
@NullMarked
package io.jiayou.order.confirmpayment;

import org.jspecify.annotations.NullMarked;
