package io.jiayou.trials.visibility;

import io.jiayou.order.placeorder.PlaceOrder;
import io.jiayou.trials.bench.Latencies;
import io.jiayou.trials.commands.Marketplace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Places orders through the command path of this process, each watched until it is visible. */
final class OrdersInProcess {

    private final Marketplace marketplace;

    OrdersInProcess(Marketplace marketplace) {
        this.marketplace = marketplace;
    }

    /** Places so many orders; the delays that each watcher saw, in the watchers' order. */
    List<Delays> run(int orders, List<Watcher> watchers) throws Exception {
        List<List<Long>> nanos = Pace.keep(orders, () -> placeAndWatch(watchers));
        List<Delays> delays = new ArrayList<>();
        for (int watcher = 0; watcher < watchers.size(); watcher++) {
            Latencies latencies = new Latencies();
            for (List<Long> order : nanos) {
                latencies.add(order.get(watcher));
            }
            delays.add(Delays.of(latencies));
        }
        return delays;
    }

    private List<Long> placeAndWatch(List<Watcher> watchers) throws Exception {
        PlaceOrder order = marketplace.anyOrder();
        marketplace.path().send(order);
        long acknowledged = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> watching = new ArrayList<>();
            for (Watcher watcher : watchers) {
                watching.add(threads.submit(() -> watcher.nanosUntilVisible(order, acknowledged)));
            }
            List<Long> nanos = new ArrayList<>();
            for (Future<Long> watched : watching) {
                nanos.add(watched.get());
            }
            return nanos;
        }
    }
}
