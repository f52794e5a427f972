package io.jiayou.trials.commands;

import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.trials.bench.Aim;
import io.jiayou.trials.bench.Benchmark;
import io.jiayou.trials.bench.Pairs;
import io.jiayou.trials.bench.Ratio;
import io.jiayou.trials.bench.Report;
import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.commands.OrderLoad.Pace;
import io.jiayou.trials.stores.BothStores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Durable commands on our event store against the same handlers on Axon's JDBC engine. */
public final class DurableCommands implements Benchmark {

    private static final int IN_FLIGHT = 64;
    private static final double TIMES_JDBC = 10;
    private static final double TIMES_BARE = 2;
    private static final int RECENT_EVENTS = 1_000;

    private final Duration round;

    /** @param round how long one side is measured at a time */
    public DurableCommands(Duration round) {
        this.round = round;
    }

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public Report run(Path directory, int pairs, Steps steps) throws Exception {
        try (BothStores stores = BothStores.start(directory)) {
            OrderLoad onOurs = new OrderLoad(stores.ours(), Marketplace.open(stores.ours()));
            OrderLoad onStock = new OrderLoad(stores.stock(), Marketplace.open(stores.stock()));
            BothStores.Syncs before = stores.syncs();
            List<Ratio> ratios = new ArrayList<>(againstStock(onOurs, onStock, pairs, steps));
            String synced = stores.syncs().since(before).toString();
            int bytes = bytesPerCommand(stores.ours().bean(RocksEventStorageEngine.class));
            try (BareAppends bare = new BareAppends(directory.resolve("bare"), bytes)) {
                ratios.add(againstBare(onOurs, 1, bare, pairs, steps));
                ratios.add(againstBare(onOurs, IN_FLIGHT, bare, pairs, steps));
            }
            return new Report(
                    name(),
                    "A: PlaceOrder and ConfirmPayment on the embedded event store; B: the same on Axon's"
                            + " JdbcEventStorageEngine and EmbeddedEventStore over PostgreSQL, or what the line names",
                    stores.durability() + "; " + synced,
                    ratios,
                    List.of("a bare append has " + bytes + " bytes, as many as the event of a command in our store"));
        }
    }

    private List<Ratio> againstStock(OrderLoad onOurs, OrderLoad onStock, int pairs, Steps steps) throws Exception {
        onOurs.run(IN_FLIGHT, round);
        onStock.run(IN_FLIGHT, round);
        Pairs<Pace> pairsOfPaces =
                Pairs.measure(pairs, steps, () -> onOurs.run(IN_FLIGHT, round), () -> onStock.run(IN_FLIGHT, round));
        return List.of(
                pairsOfPaces.ratio(
                        "commands per second, 64 in flight", "1/s", Pace::commandsPerSecond, Aim.atLeast(TIMES_JDBC)),
                pairsOfPaces.ratio("command p50, 64 in flight", "ms", Pace::p50Millis, null),
                pairsOfPaces.ratio("command p99, 64 in flight", "ms", Pace::p99Millis, null));
    }

    private Ratio againstBare(OrderLoad onOurs, int inFlight, BareAppends bare, int pairs, Steps steps)
            throws Exception {
        Pairs<Double> p99s =
                Pairs.measure(pairs, steps, () -> onOurs.run(inFlight, round).p99Millis(), () -> bare.p99Millis(round));
        return p99s.ratio(
                "command p99, %d in flight, B: bare append + fsync".formatted(inFlight),
                "ms",
                Double::doubleValue,
                Aim.atMost(TIMES_BARE));
    }

    /** @throws IOException if there are no events: then nothing was measured */
    private static int bytesPerCommand(RocksEventStorageEngine engine) throws IOException {
        try (var recent = engine.readRaw(Math.max(0, engine.size() - RECENT_EVENTS))) {
            return (int) recent.mapToInt(event -> event.encode().length)
                    .average()
                    .orElseThrow(() -> new IOException("no events were stored"));
        }
    }
}
