package io.jiayou.trials.audit;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.history.RecordedHistory;
import io.jiayou.audit.index.HistoryIndex;
import io.jiayou.audit.index.HistoryQuestion;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.standalone.EmbeddedEventRecords;
import io.jiayou.trials.bench.Aim;
import io.jiayou.trials.bench.Benchmark;
import io.jiayou.trials.bench.Latencies;
import io.jiayou.trials.bench.Pairs;
import io.jiayou.trials.bench.Ratio;
import io.jiayou.trials.bench.Report;
import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.rebuild.OrderHistory;
import io.jiayou.trials.stores.CommandPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** An order's story through the index, against reading all events for it. */
public final class StorySpeed implements Benchmark {

    private static final int STORIES = 1_000;
    private static final int PART = 1_000;
    private static final int MOST = 1_000;

    private final long events;
    private final SplittableRandom random = new SplittableRandom(1);

    /** @param events how many the store has, at least */
    public StorySpeed(long events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public Report run(Path directory, int pairs, Steps steps) throws Exception {
        try (CommandPath path = CommandPath.onOurs(Files.createDirectory(directory.resolve("events")))) {
            OrderHistory.grow(path, events);
            EmbeddedEventRecords records = new EmbeddedEventRecords(path.bean(RocksEventStorageEngine.class));
            Path files = directory.resolve("history-index");
            long started = System.nanoTime();
            try (HistoryIndex index = HistoryIndex.open(files, records)) {
                index.find(new HistoryQuestion(), 1);
                double seconds = (System.nanoTime() - started) / 1e9;
                List<String> orders = orders(records);
                RecordedHistory history = new RecordedHistory(index, records);
                Ratio stories = Pairs.measure(
                                pairs, steps, () -> byIndex(history, orders), () -> byScan(records, any(orders)))
                        .ratio("an order's story p99, B: one scan", "ms", Double::doubleValue, Aim.atMost(0.01));
                return new Report(
                        name(),
                        "A: found in the index and read from the store, 1,000 orders; B: all events read for one order",
                        "nothing is written",
                        List.of(stories),
                        List.of("%,d events, indexed at %,.0f/s by a question that waited for it, %,d MB of index"
                                .formatted(records.size(), records.size() / seconds, bytes(files) >> 20)));
            }
        }
    }

    /** Some of all orders, from the whole of the history. */
    private static List<String> orders(EmbeddedEventRecords records) {
        List<String> orders = new ArrayList<>();
        long step = Math.max(1, records.size() / (2 * STORIES));
        for (long position = 0; position < records.size(); position += step) {
            EventRecord event = records.from(position, 1).getFirst();
            if (event.type().startsWith("order.")) {
                orders.add(Objects.requireNonNull(event.aggregateId()));
            }
        }
        return orders;
    }

    private String any(List<String> orders) {
        return orders.get(random.nextInt(orders.size()));
    }

    private double byIndex(RecordedHistory history, List<String> orders) {
        Latencies latencies = new Latencies();
        for (int n = 0; n < STORIES; n++) {
            String order = any(orders);
            long started = System.nanoTime();
            int found = history.find(new HistoryQuestion().subject("order", order), MOST)
                    .size();
            latencies.add(System.nanoTime() - started);
            if (found < 1) {
                throw new IllegalStateException("the index lost order " + order);
            }
        }
        return latencies.percentileMillis(0.99);
    }

    private static double byScan(EmbeddedEventRecords records, String order) {
        long started = System.nanoTime();
        long found = 0;
        for (long position = 0; position < records.size(); position += PART) {
            for (EventRecord event : records.from(position, PART)) {
                found += order.equals(event.aggregateId()) ? 1 : 0;
            }
        }
        if (found < 1) {
            throw new IllegalStateException("the scan lost order " + order);
        }
        return (System.nanoTime() - started) / 1e6;
    }

    private static long bytes(Path directory) throws java.io.IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
