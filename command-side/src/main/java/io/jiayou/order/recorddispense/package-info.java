/** Recording what a pump delivered. */
@NullMarked
package io.jiayou.order.recorddispense;

import org.jspecify.annotations.NullMarked;
