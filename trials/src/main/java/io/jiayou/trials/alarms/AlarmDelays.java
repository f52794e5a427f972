package io.jiayou.trials.alarms;

import io.jiayou.audit.log.Alarms.Alarm;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.audit.log.LogKeeper;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.periodic.Schedule;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import io.jiayou.standalone.EmbeddedEventRecords;
import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.prove.Proof;
import io.jiayou.trials.prove.Verdict;
import io.jiayou.trials.rebuild.OrderHistory;
import io.jiayou.trials.stores.CommandPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Flips one bit of one event in the store's files, starts the system's own check of the store, and waits for its alarm:
 * it has to come within the promised time and to name the position.
 */
public final class AlarmDelays implements Proof {

    private static final int FULL_TIMES = 10;
    private static final Duration PROMISED = Duration.ofSeconds(60);
    private static final Duration CHECKPOINTS = Duration.ofSeconds(10);

    private final long events;

    /** @param events how many the store has, at least */
    public AlarmDelays(long events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "alarms";
    }

    @Override
    public int fullTimes() {
        return FULL_TIMES;
    }

    @Override
    public Verdict run(Path directory, int times, Steps steps) throws Exception {
        Path store = Files.createDirectory(directory.resolve("events"));
        Path log = directory.resolve("log");
        long size = grown(store, log);
        long seed = ThreadLocalRandom.current().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        List<Double> seconds = new ArrayList<>();
        List<String> violations = new ArrayList<>();
        for (int n = 0; n < times; n++) {
            long position = random.nextLong(size);
            int bit = random.nextInt(Integer.MAX_VALUE);
            byte[] before = new ClosedStore(store).alter(position, record -> flipped(record, bit));
            seconds.add(waited(store, log, position, violations));
            new ClosedStore(store).alter(position, changed -> before);
            steps.at(n + 1, times);
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("events", size);
        figures.put("changed events", times);
        figures.put("slowest alarm, s", Collections.max(seconds));
        figures.put(
                "mean, s",
                seconds.stream().mapToDouble(Double::doubleValue).average().orElse(0));
        figures.put("missed, late, or at another position", violations.size());
        figures.put("seed", seed);
        return new Verdict(name(), figures, violations);
    }

    private long grown(Path store, Path log) throws Exception {
        try (CommandPath path = CommandPath.onOurs(store)) {
            OrderHistory.grow(path, events);
            return opened(log, path.bean(RocksEventStorageEngine.class)).extend();
        }
    }

    private static AuditLog opened(Path log, RocksEventStorageEngine engine) {
        return AuditLog.open(log, "jiayou.example/alarms", new EmbeddedEventRecords(engine));
    }

    private static byte[] flipped(byte[] record, int bit) {
        byte[] changed = record.clone();
        int at = bit % (record.length * Byte.SIZE);
        changed[at / Byte.SIZE] ^= (byte) (1 << at % Byte.SIZE);
        return changed;
    }

    /** @return the seconds from the start until the alarm, or until nobody waits any longer */
    private static double waited(Path store, Path log, long position, List<String> violations)
            throws InterruptedException {
        EventSerializer serializer = new EventSerializer();
        try (RocksEventStorageEngine engine =
                        RocksEventStorageEngine.open(store, serializer, serializer, Upcasters.chain());
                Schedule schedule = Schedule.ofTheProcess()) {
            LogKeeper keeper =
                    LogKeeper.of(opened(log, engine), new EmbeddedEventRecords(engine), schedule, CHECKPOINTS);
            long started = System.nanoTime();
            keeper.start();
            try {
                while (keeper.alarms().all().isEmpty() && System.nanoTime() - started < PROMISED.toNanos()) {
                    Thread.sleep(5);
                }
                List<Alarm> raised = keeper.alarms().all();
                if (raised.size() != 1 || !raised.getFirst().detail().contains("position " + position + " ")) {
                    violations.add("a bit of the event at position " + position + ": " + raised);
                }
            } finally {
                keeper.stop();
            }
            return (System.nanoTime() - started) / 1e9;
        }
    }
}
