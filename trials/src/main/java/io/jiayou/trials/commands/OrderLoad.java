package io.jiayou.trials.commands;

import io.jiayou.order.placeorder.PlaceOrder;
import io.jiayou.trials.bench.Latencies;
import io.jiayou.trials.stores.CommandPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Orders that are placed and paid as fast as they are acknowledged, so many at a time, each by a virtual thread of its
 * own.
 */
public final class OrderLoad {

    /**
     * @param commandsPerSecond acknowledged ones
     * @param p50Millis of one command, from sending it to its acknowledgement
     */
    public record Pace(double commandsPerSecond, double p50Millis, double p99Millis) {}

    private final CommandPath path;
    private final Marketplace marketplace;

    public OrderLoad(CommandPath path, Marketplace marketplace) {
        this.path = path;
        this.marketplace = marketplace;
    }

    /** Keeps so many commands in flight for so long. */
    public Pace run(int inFlight, Duration time) throws InterruptedException, ExecutionException {
        long started = System.nanoTime();
        long deadline = started + time.toNanos();
        List<Latencies> each = new ArrayList<>();
        try (ExecutorService drivers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Latencies>> running = new ArrayList<>();
            for (int n = 0; n < inFlight; n++) {
                running.add(drivers.submit(() -> orderUntil(deadline)));
            }
            for (Future<Latencies> future : running) {
                each.add(future.get());
            }
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        Latencies all = Latencies.merge(each);
        return new Pace(all.size() / seconds, all.percentileMillis(0.5), all.percentileMillis(0.99));
    }

    private Latencies orderUntil(long deadline) {
        Latencies latencies = new Latencies();
        while (System.nanoTime() < deadline) {
            PlaceOrder order = marketplace.anyOrder();
            timed(order, latencies);
            timed(marketplace.paymentOf(order), latencies);
        }
        return latencies;
    }

    private void timed(Object command, Latencies latencies) {
        long started = System.nanoTime();
        path.send(command);
        latencies.add(System.nanoTime() - started);
    }
}
