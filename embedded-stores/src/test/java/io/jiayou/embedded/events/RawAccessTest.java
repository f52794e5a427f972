package io.jiayou.embedded.events;

import static io.jiayou.embedded.events.Fixtures.event;
import static io.jiayou.embedded.events.Fixtures.events;
import static io.jiayou.embedded.events.Fixtures.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawAccessTest {

    @TempDir
    Path original;

    @TempDir
    Path restored;

    @Test
    void aCopyMadeOfRawEventsIsTheSameToTheByte() {
        try (RocksEventStorageEngine from = Fixtures.open(original);
                RocksEventStorageEngine to = Fixtures.open(restored)) {
            from.appendEvents(events("a", 0, 700));
            from.appendEvents(new GenericEventMessage<>(new Litres(1, "plain")));
            from.appendEvents(event("b", 0), event("a", 700));

            List<StoredEvent> events = raw(from);
            assertThat(to.appendRaw(events.subList(0, 300))).isZero();
            assertThat(to.appendRaw(events.subList(300, events.size()))).isEqualTo(300);

            assertThat(raw(to))
                    .extracting(StoredEvent::encode)
                    .containsExactlyElementsOf(
                            events.stream().map(StoredEvent::encode).toList());
            assertThat(to.readRaw(701)).containsExactlyElementsOf(events.subList(701, 703));
            assertThat(to.readEvents("a").asStream()).hasSize(701);
            assertThat(to.createTokenAt(Fixtures.NOON)).isEqualTo(from.createTokenAt(Fixtures.NOON));
        }
    }

    @Test
    void givesAnAggregatesEventsAsTheyAreStored() {
        try (RocksEventStorageEngine engine = Fixtures.open(original)) {
            engine.appendEvents(events("a", 0, 3));
            engine.appendEvents(event("b", 0), event("a", 3));
            engine.appendEvents(new GenericEventMessage<>(new Litres(1, "plain")));

            List<StoredEvent> all = raw(engine);
            assertThat(engine.readRaw("a").map(StoredEvent::encode))
                    .containsExactlyElementsOf(Stream.of(0, 1, 2, 4)
                            .map(at -> all.get(at).encode())
                            .toList());
            assertThat(engine.readRaw("nobody")).isEmpty();
            assertThat(engine.readRaw(all.getLast().aggregateId()))
                    .as("of no aggregate")
                    .isEmpty();
        }
    }

    @Test
    void refusesARawEventWhoseSequenceIsTaken() {
        try (RocksEventStorageEngine engine = Fixtures.open(original)) {
            engine.appendEvents(event("a", 0));

            assertThatThrownBy(() -> engine.appendRaw(raw(engine)))
                    .isInstanceOf(EventStoreException.class)
                    .hasMessageContaining("aggregate a");
            assertThat(engine.size()).isEqualTo(1);
        }
    }
}
