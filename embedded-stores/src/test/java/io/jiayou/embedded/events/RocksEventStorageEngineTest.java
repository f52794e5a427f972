package io.jiayou.embedded.events;

import static io.jiayou.embedded.events.Fixtures.NOON;
import static io.jiayou.embedded.events.Fixtures.event;
import static io.jiayou.embedded.events.Fixtures.events;
import static io.jiayou.embedded.events.Fixtures.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RocksEventStorageEngineTest {

    @TempDir
    Path directory;

    RocksEventStorageEngine engine;

    @BeforeEach
    void open() {
        engine = Fixtures.open(directory);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    void reopen() {
        engine.close();
        engine = Fixtures.open(directory);
    }

    List<TrackedEventMessage<?>> readFrom(@Nullable TrackingToken token) {
        try (Stream<? extends TrackedEventMessage<?>> stream = engine.readEvents(token, false)) {
            return List.copyOf(stream.toList());
        }
    }

    @Nested
    class Appending {

        @Test
        void readsBackEveryPartOfAnEvent() {
            engine.appendEvents(event("a", 0));

            DomainEventMessage<?> read = (DomainEventMessage<?>) readFrom(null).getFirst();

            assertThat(read.getIdentifier()).isEqualTo("a-0");
            assertThat(read.getType()).isEqualTo("Tank");
            assertThat(read.getAggregateIdentifier()).isEqualTo("a");
            assertThat(read.getSequenceNumber()).isZero();
            assertThat(read.getTimestamp()).isEqualTo(NOON);
            assertThat(read.getPayload()).isEqualTo(new Litres(0, "of a"));
            assertThat(read.getPayloadType()).isEqualTo(Litres.class);
            assertThat(read.getMetaData()).isEqualTo(Map.of("actor", "pump 7"));
        }

        @Test
        void keepsEventsOverAReopening() {
            engine.appendEvents(events("a", 0, 3));

            reopen();
            engine.appendEvents(events("a", 3, 2));

            assertThat(engine.readEvents("a").asStream().map(DomainEventMessage::getSequenceNumber))
                    .containsExactly(0L, 1L, 2L, 3L, 4L);
            assertThat(readFrom(null))
                    .extracting(TrackedEventMessage::trackingToken)
                    .containsExactlyElementsOf(Fixtures.indexes(5).stream()
                            .map(GlobalSequenceTrackingToken::new)
                            .toList());
        }

        @Test
        void keepsAPlainEventUnderItsOwnIdentifierAndReadsItBackPlain() {
            EventMessage<Litres> plain = new GenericEventMessage<>("plain-1", new Litres(1, ""), Map.of(), NOON);

            engine.appendEvents(plain);

            assertThat(raw(engine)).singleElement().satisfies(stored -> {
                assertThat(stored.aggregateId()).isEqualTo("plain-1");
                assertThat(stored.aggregateType()).isNull();
                assertThat(stored.sequence()).isZero();
            });
            assertThat(readFrom(null)).singleElement().isNotInstanceOf(DomainEventMessage.class);
            assertThat(engine.readEvents("plain-1").asStream()).isEmpty();
        }

        @Test
        void appendingNothingDoesNothing() {
            engine.appendEvents(List.of());

            assertThat(engine.size()).isZero();
            assertThat(engine.counters().syncs()).isZero();
        }
    }

    @Nested
    class Uniqueness {

        @Test
        void refusesASequenceThatIsTaken() {
            engine.appendEvents(events("a", 0, 2));

            assertThatThrownBy(() -> engine.appendEvents(event("a", 1)))
                    .isInstanceOf(ConcurrencyException.class)
                    .hasMessageContaining("[a]")
                    .hasMessageContaining("[1]");
        }

        @Test
        void refusesToCreateAnAggregateTwice() {
            engine.appendEvents(event("a", 0));

            assertThatThrownBy(() -> engine.appendEvents(event("a", 0)))
                    .isInstanceOf(AggregateStreamCreationException.class);
        }

        @Test
        void refusesTheSameSequenceTwiceInOneCall() {
            assertThatThrownBy(() -> engine.appendEvents(event("a", 1), event("a", 1)))
                    .isInstanceOf(ConcurrencyException.class);

            assertThat(engine.size()).isZero();
        }

        @Test
        void writesNothingOfARefusedCallEvenOfOtherAggregates() {
            engine.appendEvents(event("a", 0));

            assertThatThrownBy(() -> engine.appendEvents(event("b", 0), event("a", 0), event("c", 0)))
                    .isInstanceOf(AggregateStreamCreationException.class);

            assertThat(engine.size()).isEqualTo(1);
            assertThat(engine.lastSequenceNumberFor("b")).isEmpty();
            assertThat(engine.counters().conflicts()).isEqualTo(1);
            engine.appendEvents(event("b", 0), event("c", 0));
            assertThat(engine.size()).isEqualTo(3);
        }

        @Test
        void remembersWhatIsTakenOverAReopening() {
            engine.appendEvents(event("a", 0));

            reopen();

            assertThatThrownBy(() -> engine.appendEvents(event("a", 0)))
                    .isInstanceOf(AggregateStreamCreationException.class);
        }

        @Test
        void tellsApartIdsOfWhichOneBeginsAnother() {
            List<String> ids = List.of("a", "a\0", "a\0\0\0\0\0\0\0\0", "aa", "", "ä", "a".repeat(300));

            ids.forEach(id -> engine.appendEvents(events(id, 0, 3)));

            assertThat(ids).allSatisfy(id -> {
                assertThat(engine.readEvents(id).asStream().map(DomainEventMessage::getAggregateIdentifier))
                        .containsExactly(id, id, id);
                assertThat(engine.lastSequenceNumberFor(id)).contains(2L);
            });
        }

        @Test
        void refusesAnIdThatIsTooLongForAKey() {
            assertThatThrownBy(() -> engine.appendEvents(event("a".repeat(65_536), 0)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class ReadingAnAggregate {

        @Test
        void startsAtTheSequenceThatIsAskedFor() {
            engine.appendEvents(events("a", 0, 5));

            assertThat(engine.readEvents("a", 3).asStream().map(DomainEventMessage::getSequenceNumber))
                    .containsExactly(3L, 4L);
            assertThat(engine.readEvents("a", 5).hasNext()).isFalse();
        }

        @Test
        void readsMoreEventsThanOneBatchHolds() {
            engine.appendEvents(events("a", 0, 1_300));
            engine.appendEvents(events("b", 0, 1));

            var stream = engine.readEvents("a");

            assertThat(stream.asStream().map(DomainEventMessage::getSequenceNumber))
                    .containsExactlyElementsOf(Fixtures.indexes(1_300));
            assertThat(stream.getLastSequenceNumber()).isEqualTo(1_299);
        }

        @Test
        void findsNothingOfAnUnknownAggregate() {
            assertThat(engine.readEvents("nobody").hasNext()).isFalse();
            assertThat(engine.lastSequenceNumberFor("nobody")).isEmpty();
        }

        @Test
        void knowsTheLastSequence() {
            engine.appendEvents(events("a", 0, 4));
            engine.appendEvents(events("b", 0, 2));

            assertThat(engine.lastSequenceNumberFor("a")).contains(3L);
        }
    }

    @Nested
    class Snapshotting {

        private DomainEventMessage<Litres> snapshot(long sequence) {
            return new GenericDomainEventMessage<>("Tank", "a", sequence, new Litres((int) sequence, "snapshot"));
        }

        @Test
        void readsTheNewestSnapshot() {
            engine.storeSnapshot(snapshot(3));
            engine.storeSnapshot(snapshot(7));

            reopen();

            assertThat(engine.readSnapshot("a").orElseThrow().getPayload()).isEqualTo(new Litres(7, "snapshot"));
            assertThat(engine.readSnapshot("b")).isEmpty();
        }

        @Test
        void ignoresASnapshotThatIsOlderThanTheOneItHas() {
            engine.storeSnapshot(snapshot(7));
            engine.storeSnapshot(snapshot(3));

            assertThat(engine.readSnapshot("a").orElseThrow().getSequenceNumber())
                    .isEqualTo(7);
        }

        @Test
        void aSnapshotIsNoEvent() {
            engine.storeSnapshot(snapshot(7));

            assertThat(engine.size()).isZero();
            assertThat(engine.readEvents("a").hasNext()).isFalse();
        }
    }
}
