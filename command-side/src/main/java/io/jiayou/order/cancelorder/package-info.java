/** Cancelling an order before any fuel flowed. */
@NullMarked
package io.jiayou.order.cancelorder;

import org.jspecify.annotations.NullMarked;
