package io.jiayou.trials.timetravel;

import io.jiayou.embedded.events.AnnouncingEventStore;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.embedded.events.StoredEvent;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.documents.PastRecord.State;
import io.jiayou.readmodel.rebuild.PastOrder;
import io.jiayou.readmodel.rebuild.PastReport;
import io.jiayou.readmodel.rebuild.Pasts;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import io.jiayou.trials.prove.Verdict;
import io.jiayou.trials.stores.ReadModelNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A second system beside the full one: stores of its own that hold nothing but the first events, byte for byte, and
 * processors that fold them as they come. It is stopped at several moments; whatever it shows then, the full system's
 * past of that moment has to show.
 */
final class StoppedSystem {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int COPIED_AT_ONCE = 200;

    private final RocksEventStorageEngine all;
    private final ReadModelNode full;
    private final List<String> violations = new ArrayList<>();
    private int compared;
    private int byInstant;
    private long events;

    StoppedSystem(RocksEventStorageEngine all, ReadModelNode full) {
        this.all = all;
        this.full = full;
    }

    /** What was found, to be told together with another verdict. */
    record Comparison(Map<String, Object> figures, List<String> violations) {

        Verdict after(Verdict before) {
            Map<String, Object> together = new LinkedHashMap<>(before.figures());
            together.putAll(figures);
            List<String> wrong = new ArrayList<>(before.violations());
            wrong.addAll(violations);
            return new Verdict(before.name(), together, wrong);
        }
    }

    /**
     * A moment, and how many events there were.
     *
     * @param asked a position or an instant
     */
    private record Stop(long size, String asked, boolean byInstant) {}

    Comparison compare(Path directory, int moments, RandomGenerator random) throws Exception {
        EventSerializer serializer = new EventSerializer();
        try (RocksEventStorageEngine own =
                        RocksEventStorageEngine.open(directory, serializer, serializer, Upcasters.chain());
                ReadModelNode stopped = ReadModelNode.start(AnnouncingEventStore.on(own))) {
            stopped.awaitLive();
            for (Stop stop : stops(moments, random)) {
                copy(own, stop.size());
                compare(stop, stopped);
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("read models compared with a system stopped then", compared);
        figures.put("moments of them", moments);
        figures.put("of these as of an instant", byInstant);
        figures.put("events that the stopped system took in one by one", events);
        return new Comparison(figures, violations);
    }

    /** Moments of which no two are the same, the earliest first. */
    private List<Stop> stops(int moments, RandomGenerator random) {
        TreeMap<Long, Stop> stops = new TreeMap<>();
        while (stops.size() < moments) {
            long position = random.nextLong(all.size());
            Stop stop = stops.size() % 2 == 0
                    ? new Stop(position + 1, Long.toString(position), false)
                    : stopAt(timeOf(position).plusMillis(random.nextInt(3)));
            stops.put(stop.size(), stop);
        }
        return List.copyOf(stops.values());
    }

    private Instant timeOf(long position) {
        try (Stream<StoredEvent> from = all.readRaw(position)) {
            return from.findFirst().orElseThrow().timestamp();
        }
    }

    private Stop stopAt(Instant moment) {
        try (Stream<StoredEvent> raw = all.readRaw(0)) {
            long size =
                    raw.takeWhile(event -> !event.timestamp().isAfter(moment)).count();
            return new Stop(size, moment.toString(), true);
        }
    }

    private void copy(RocksEventStorageEngine own, long size) {
        while (own.size() < size) {
            try (Stream<StoredEvent> raw = all.readRaw(own.size())) {
                own.appendRaw(
                        raw.limit(Math.min(COPIED_AT_ONCE, size - own.size())).toList());
            }
        }
        events = size;
    }

    private void compare(Stop stop, ReadModelNode stopped) throws InterruptedException {
        for (ReadModel<?> model : stopped.models().all()) {
            if (!stopped.await(model.name(), stop.size() - 1)) {
                throw new IllegalStateException(model.name() + " doesn't reach event " + (stop.size() - 1));
            }
        }
        PastReport past = past(stop);
        Map<String, String> then = stopped.hashes();
        byInstant += stop.byInstant() ? 1 : 0;
        if (past.position() != stop.size() - 1) {
            violations.add("as of %s there were %d events, and the past takes in those up to %d"
                    .formatted(stop.asked(), stop.size(), past.position()));
        }
        past.models().forEach(share -> {
            compared++;
            if (!then.getOrDefault(share.model(), "").equals(share.hash())) {
                violations.add(
                        "%s as of %s isn't what a system stopped then shows".formatted(share.model(), stop.asked()));
            }
        });
        full.pasts().drop(past.name());
    }

    private PastReport past(Stop stop) throws InterruptedException {
        Pasts pasts = full.pasts();
        long position =
                stop.byInstant() ? pasts.horizon().lastUpTo(Instant.parse(stop.asked())) : Long.parseLong(stop.asked());
        String name = "stop-" + stop.size();
        pasts.start(PastOrder.of(
                name,
                stop.asked(),
                position,
                pasts.horizon().timeOf(position),
                List.copyOf(full.models().all())));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        PastReport past = pasts.report(name);
        while (past.state() == State.BUILDING && System.nanoTime() < deadline) {
            Thread.sleep(2);
            past = pasts.report(name);
        }
        if (past.state() != State.READY) {
            throw new IllegalStateException("the past of " + stop.asked() + " isn't made: " + past);
        }
        return past;
    }
}
