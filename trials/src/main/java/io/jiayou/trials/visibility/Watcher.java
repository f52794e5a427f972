package io.jiayou.trials.visibility;

import io.jiayou.order.placeorder.PlaceOrder;

/** Waits until an order is visible. */
@FunctionalInterface
interface Watcher {

    /**
     * @param acknowledged when, by {@link System#nanoTime}
     * @return how long after that it was visible, in nanoseconds; 0 if it was before
     */
    long nanosUntilVisible(PlaceOrder order, long acknowledged) throws Exception;
}
