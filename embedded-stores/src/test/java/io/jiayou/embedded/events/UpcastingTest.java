package io.jiayou.embedded.events;

import static io.jiayou.embedded.events.AnnouncingEventStoreTest.take;
import static io.jiayou.embedded.events.Fixtures.JSON;
import static io.jiayou.embedded.events.Fixtures.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What upcasters make of an event is the same from memory, from disk and in an aggregate's stream. */
class UpcastingTest {

    @TempDir
    Path directory;

    /** Drops sequence 1, doubles sequence 2, remarks on sequence 3 and leaves the others alone. */
    private static Stream<IntermediateEventRepresentation> edit(Stream<IntermediateEventRepresentation> events) {
        return events.flatMap(
                event -> switch (event.getSequenceNumber().orElseThrow().intValue()) {
                    case 1 -> Stream.of();
                    case 2 -> Stream.of(remarked(event, "first half"), remarked(event, "second half"));
                    case 3 -> Stream.of(remarked(event, "corrected"));
                    default -> Stream.of(event);
                });
    }

    private static IntermediateEventRepresentation remarked(IntermediateEventRepresentation event, String remark) {
        return event.upcastPayload(event.getType(), JsonNode.class, json -> ((ObjectNode) json).put("remark", remark));
    }

    private static final List<Object> EXPECTED = List.of(
            new Litres(0, "of a"),
            new Litres(2, "first half"),
            new Litres(2, "second half"),
            new Litres(3, "corrected"),
            new Litres(4, "of a"));

    private RocksEventStorageEngine open() {
        EventUpcaster upcaster = UpcastingTest::edit;
        return RocksEventStorageEngine.open(directory, JSON, JSON, upcaster);
    }

    private static List<Object> payloads(RocksEventStorageEngine engine) throws InterruptedException {
        try (TrackingEventStream stream = AnnouncingEventStore.on(engine).openStream(null)) {
            List<TrackedEventMessage<?>> events = new ArrayList<>();
            while (stream.hasNextAvailable()) {
                events.addAll(take(stream, 1));
            }
            return events.stream().<Object>map(TrackedEventMessage::getPayload).toList();
        }
    }

    @Test
    void isTheSameFromMemoryAsFromDisk() throws Exception {
        try (RocksEventStorageEngine engine = open()) {
            engine.appendEvents(Fixtures.events("a", 0, 5));
            assertThat(payloads(engine)).isEqualTo(EXPECTED);
        }
        try (RocksEventStorageEngine engine = open()) {
            assertThat(payloads(engine)).isEqualTo(EXPECTED);
            assertThat(engine.readEvents("a").asStream().<Object>map(DomainEventMessage::getPayload))
                    .isEqualTo(EXPECTED);
        }
    }

    @Test
    void followsOnWhenTheLastEventsAreDropped() throws Exception {
        try (RocksEventStorageEngine engine = open()) {
            engine.appendEvents(event("a", 1));
            engine.appendEvents(event("b", 1));
        }
        try (RocksEventStorageEngine engine = open();
                TrackingEventStream stream = AnnouncingEventStore.on(engine).openStream(null)) {
            assertThat(stream.hasNextAvailable()).isFalse();
            engine.appendEvents(event("c", 1));
            assertThat(stream.hasNextAvailable()).isFalse();
            engine.appendEvents(event("c", 4));

            assertThat(take(stream, 1).getFirst().trackingToken().position()).hasValue(3);
        }
    }

    @Test
    void anEventThatCannotBeReadEndsAStreamAndIsNeverSkipped() throws Exception {
        EventUpcaster broken = events -> events.map(event -> {
            if (event.getSequenceNumber().orElseThrow() == 1) {
                throw new IllegalStateException("unreadable");
            }
            return event;
        });
        for (int opening = 0; opening < 2; opening++) {
            try (RocksEventStorageEngine engine = RocksEventStorageEngine.open(directory, JSON, JSON, broken);
                    TrackingEventStream stream = AnnouncingEventStore.on(engine).openStream(null)) {
                if (opening == 0) {
                    engine.appendEvents(Fixtures.events("a", 0, 3));
                }

                assertThat(take(stream, 1).getFirst().getIdentifier()).isEqualTo("a-0");
                for (int attempt = 0; attempt < 3; attempt++) {
                    assertThatThrownBy(stream::nextAvailable).hasMessage("unreadable");
                }
            }
        }
    }

    @Test
    void knowsTheLastSequenceOfAnAggregateWhoseLastEventIsDropped() {
        try (RocksEventStorageEngine engine = open()) {
            engine.appendEvents(event("a", 0), event("a", 1));

            var stream = engine.readEvents("a");
            assertThat(stream.asStream()).hasSize(1);
            assertThat(stream.getLastSequenceNumber()).isEqualTo(1);
        }
    }

    @Test
    void readsNoSnapshotThatTheFilterRefuses() {
        try (RocksEventStorageEngine engine = RocksEventStorageEngine.open(
                directory, JSON, JSON, UpcastingTest::edit, data -> data.getSequenceNumber() > 5)) {
            engine.storeSnapshot(new GenericDomainEventMessage<>("Tank", "a", 5, new Litres(5, "")));
            assertThat(engine.readSnapshot("a")).isEmpty();

            engine.storeSnapshot(new GenericDomainEventMessage<>("Tank", "a", 6, new Litres(6, "")));
            assertThat(engine.readSnapshot("a")).isPresent();
        }
    }
}
