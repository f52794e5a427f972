package io.jiayou.trials.tampering;

import io.jiayou.audit.log.AuditLog;
import io.jiayou.audit.verify.Finding;
import io.jiayou.audit.verify.LogVerifier;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.standalone.EmbeddedEventRecords;
import io.jiayou.transparency.Hash;
import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.TreeHashing;
import io.jiayou.transparency.TreeHead;
import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.prove.Proof;
import io.jiayou.trials.prove.Verdict;
import io.jiayou.trials.rebuild.OrderHistory;
import io.jiayou.trials.stores.CommandPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Changes the stored bytes of a history in every way that {@link Mutation} knows. A verifier with a checkpoint taken
 * before, and a copy of the leaves from then, has to find each change and its position. One who changes an event and makes
 * all of the log's tiles anew has to be found by the checkpoint alone.
 */
public final class Tampering implements Proof {

    private static final int FULL_TIMES = 10_000;

    private final int events;

    /** @param events how many the history has, at least */
    public Tampering(int events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "tampering";
    }

    @Override
    public int fullTimes() {
        return FULL_TIMES;
    }

    /** What is there before anybody changes anything. */
    private record Before(List<byte[]> records, Map<byte[], byte[]> lines, TreeHead head, List<Hash> leaves) {}

    @Override
    public Verdict run(Path directory, int times, Steps steps) throws Exception {
        Before before = before(directory);
        long seed = ThreadLocalRandom.current().nextLong();
        ConcurrentLinkedQueue<String> violations = new ConcurrentLinkedQueue<>();
        AtomicInteger count = new AtomicInteger();
        control(before, violations);
        IntStream.range(0, times).parallel().forEach(number -> {
            Mutation mutation = Mutation.values()[number % Mutation.values().length];
            String wrong = tried(before, mutation, new SplittableRandom(seed + number));
            if (!wrong.isEmpty()) {
                violations.add(wrong);
            }
            steps.at(count.incrementAndGet(), times);
        });
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("events", before.records().size());
        figures.put("mutations", count.get());
        figures.put("of each kind, of " + Arrays.toString(Mutation.values()), times / Mutation.values().length);
        figures.put("not detected, or at another position", violations.size());
        figures.put("seed", seed);
        return new Verdict(name(), figures, List.copyOf(violations));
    }

    private Before before(Path directory) throws Exception {
        try (CommandPath path = CommandPath.onOurs(Files.createDirectory(directory.resolve("events")))) {
            OrderHistory.grow(path, events);
            RocksEventStorageEngine engine = path.bean(RocksEventStorageEngine.class);
            AuditLog log = AuditLog.open(
                    directory.resolve("log"), "jiayou.example/tampering", new EmbeddedEventRecords(engine));
            log.extend();
            SignedCheckpoint checkpoint = log.newest().checkpoint();
            TreeHead head = checkpoint.verify(log.trusted()).head();
            List<byte[]> records = new ArrayList<>();
            Map<byte[], byte[]> lines = new IdentityHashMap<>();
            try (var all = engine.readRaw(0)) {
                all.limit(head.size()).forEach(event -> {
                    byte[] record = event.encode();
                    records.add(record);
                    lines.put(record, Tampered.decoded(record));
                });
            }
            List<Hash> leaves = LongStream.range(0, head.size())
                    .mapToObj(log.newest()::leafAt)
                    .toList();
            return new Before(records, Collections.unmodifiableMap(lines), head, leaves);
        }
    }

    /** A verifier that finds everything wrong would detect everything too. */
    private static void control(Before before, ConcurrentLinkedQueue<String> violations) {
        Finding finding = verify(before.head(), at -> before.leaves().get((int) at), untouched(before));
        if (!finding.holds()) {
            violations.add("untouched: " + finding);
        }
    }

    private static Tampered untouched(Before before) {
        return new Tampered(before.records(), before.lines());
    }

    private static String tried(Before before, Mutation mutation, SplittableRandom random) {
        Tampered store = untouched(before);
        long expected = mutation.apply(store, random);
        Finding finding = verify(before.head(), at -> before.leaves().get((int) at), store);
        if (finding.holds() || finding.position() != expected) {
            return mutation + " at " + expected + ": " + finding;
        }
        if (mutation == Mutation.REPLACED_PAYLOAD) {
            Finding recomputed = verify(before.head(), ownLeaves(before, store, expected), store);
            if (recomputed.holds()) {
                return mutation + " at " + expected + " with all tiles made anew: " + recomputed;
            }
        }
        return "";
    }

    /** The leaves that whoever changed an event would serve. */
    private static LongFunction<Hash> ownLeaves(Before before, Tampered store, long changed) {
        Hash leaf = TreeHashing.leaf(store.from(changed, 1).getFirst());
        return at -> at == changed ? leaf : before.leaves().get((int) at);
    }

    private static Finding verify(TreeHead head, LongFunction<Hash> kept, Tampered store) {
        return new LogVerifier(head, List.of(), kept, done -> {}).verify(store);
    }
}
