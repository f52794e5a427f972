package io.jiayou.trials.visibility;

import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.placeorder.PlaceOrder;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventhandling.EventHandler;

/** An event handler that notes when it saw each order. */
final class Sightings implements Watcher {

    private static final int PATIENCE_SECONDS = 30;

    private final Map<String, CompletableFuture<Long>> seen = new ConcurrentHashMap<>();

    @EventHandler
    void on(OrderPlaced order) {
        sighting(order.orderId()).complete(System.nanoTime());
    }

    @Override
    public long nanosUntilVisible(PlaceOrder order, long acknowledged) throws Exception {
        try {
            return Math.max(0, sighting(order.orderId()).get(PATIENCE_SECONDS, TimeUnit.SECONDS) - acknowledged);
        } catch (TimeoutException never) {
            throw new IllegalStateException("an order wasn't seen within " + PATIENCE_SECONDS + " s", never);
        } finally {
            seen.remove(order.orderId());
        }
    }

    private CompletableFuture<Long> sighting(String orderId) {
        return seen.computeIfAbsent(orderId, any -> new CompletableFuture<>());
    }
}
