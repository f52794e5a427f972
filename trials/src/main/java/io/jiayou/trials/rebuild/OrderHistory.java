package io.jiayou.trials.rebuild;

import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.trials.commands.Marketplace;
import io.jiayou.trials.stores.CommandPath;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes a history of whole orders through the real command path. */
public final class OrderHistory {

    private static final int IN_FLIGHT = 64;

    private OrderHistory() {}

    /** Lets orders live until there are so many events. */
    public static void grow(CommandPath path, long events) throws Exception {
        Marketplace marketplace = Marketplace.open(path);
        RocksEventStorageEngine engine = path.bean(RocksEventStorageEngine.class);
        try (ExecutorService drivers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int n = 0; n < IN_FLIGHT; n++) {
                running.add(drivers.submit(() -> {
                    while (engine.size() < events) {
                        marketplace.anyJourney().forEach(path::send);
                    }
                }));
            }
            for (Future<?> driver : running) {
                driver.get();
            }
        }
    }
}
