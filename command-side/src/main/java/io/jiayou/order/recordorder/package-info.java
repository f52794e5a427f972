/** Recording an order that was placed elsewhere and only reached us as a record. */
@NullMarked
package io.jiayou.order.recordorder;

import org.jspecify.annotations.NullMarked;
