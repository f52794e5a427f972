/** Completing an order: this is the sale. */
@NullMarked
package io.jiayou.order.completeorder;

import org.jspecify.annotations.NullMarked;
