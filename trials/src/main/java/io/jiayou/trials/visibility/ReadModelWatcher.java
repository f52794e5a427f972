package io.jiayou.trials.visibility;

import io.jiayou.order.placeorder.PlaceOrder;
import io.jiayou.trials.stores.ReadModelNode;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Waits as a query with a version does, and then finds the order. */
final class ReadModelWatcher implements Watcher {

    private static final String ORDERS = "order-details";

    private final EventStore events;
    private final ReadModelNode readModels;

    ReadModelWatcher(EventStore events, ReadModelNode readModels) {
        this.events = events;
        this.readModels = readModels;
    }

    @Override
    public long nanosUntilVisible(PlaceOrder order, long acknowledged) throws Exception {
        long version = events.createHeadToken().position().orElseThrow();
        if (!readModels.await(ORDERS, version)
                || readModels.find(ORDERS, order.orderId()).isEmpty()) {
            throw new IllegalStateException("the read model doesn't show an acknowledged order");
        }
        return System.nanoTime() - acknowledged;
    }
}
