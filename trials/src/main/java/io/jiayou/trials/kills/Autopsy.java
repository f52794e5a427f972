package io.jiayou.trials.kills;

import io.jiayou.embedded.events.AnnouncingEventStore;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.embedded.events.StoredEvent;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.CanonicalHash;
import io.jiayou.readmodel.documents.Generations;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import io.jiayou.trials.stores.ReadModelNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventsourcing.eventstore.EventStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opens the event store of a process that has ended, and finds out from the events alone what it should have shown. */
final class Autopsy implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One event of an order, as an order's timeline shows it. */
    record Shown(String event, long position) {}

    private final RocksEventStorageEngine engine;

    Autopsy(Path data) {
        EventSerializer serializer = new EventSerializer();
        engine = RocksEventStorageEngine.open(data.resolve("events"), serializer, serializer, Upcasters.chain());
    }

    long events() {
        return engine.size();
    }

    /** Gaps in the global order and in the streams of aggregates, one line each. */
    List<String> gaps() {
        List<String> wrong = new ArrayList<>();
        Map<String, Long> lastOf = new HashMap<>();
        long count = 0;
        try (var all = engine.readRaw(0)) {
            for (StoredEvent event : (Iterable<StoredEvent>) all::iterator) {
                count++;
                long before = lastOf.getOrDefault(event.aggregateId(), -1L);
                if (event.sequence() != before + 1) {
                    wrong.add("%s has event %d after %d".formatted(event.aggregateId(), event.sequence(), before));
                }
                lastOf.put(event.aggregateId(), event.sequence());
            }
        }
        if (count != engine.size()) {
            wrong.add("%d events can be read of %d".formatted(count, engine.size()));
        }
        return wrong;
    }

    /** What was acknowledged and isn't in the events, or only by half, one line each. */
    List<String> missing(Journal journal) {
        List<String> wrong = new ArrayList<>();
        for (String resource : journal.resources()) {
            Journal.Expected expected = journal.expected(resource);
            List<StoredEvent> events;
            try (var ofIt = engine.readRaw(resource.substring(resource.lastIndexOf('/') + 1))) {
                events = ofIt.toList();
            }
            if (!events.isEmpty()) {
                wrong.addAll(Marks.compare(resource, Marks.of(events), expected));
            } else if (expected.version() >= 0) {
                wrong.add(resource + " was acknowledged and has no events");
            }
        }
        return wrong;
    }

    /** The timeline of every order. */
    Map<String, List<Shown>> timelines() {
        Map<String, List<Shown>> timelines = new HashMap<>();
        long position = 0;
        try (var all = engine.readRaw(0)) {
            for (StoredEvent event : (Iterable<StoredEvent>) all::iterator) {
                if (event.payloadType().startsWith("order.")) {
                    timelines
                            .computeIfAbsent(event.aggregateId(), order -> new ArrayList<>())
                            .add(new Shown(event.payloadType(), position));
                }
                position++;
            }
        }
        return timelines;
    }

    /** What was sold, in minor units. */
    long sold() {
        try (var all = engine.readRaw(0)) {
            return all.filter(event -> event.payloadType().equals("order.completed"))
                    .mapToLong(event -> json(event).at("/total/amount").asLong())
                    .sum();
        }
    }

    private static JsonNode json(StoredEvent event) {
        return JSON.readTree(new String(event.payload(), StandardCharsets.UTF_8));
    }

    /** The canonical hashes of all read models, filled anew in this process, by their names. */
    Map<String, String> hashes() throws InterruptedException {
        EventStore events = AnnouncingEventStore.on(engine);
        try (ReadModelNode node = ReadModelNode.start(events)) {
            node.awaitLive();
            Map<String, String> hashes = new TreeMap<>();
            for (ReadModel<?> model : node.models().all()) {
                hashes.put(model.name(), hash(model, node.generations()));
            }
            return hashes;
        }
    }

    private static <V extends View> String hash(ReadModel<V> model, Generations generations) {
        return CanonicalHash.of(
                generations.documents(model, generations.live(model).orElseThrow()));
    }

    @Override
    public void close() {
        engine.close();
    }
}
