package io.jiayou.embedded.events;

import static io.jiayou.embedded.events.Fixtures.event;
import static io.jiayou.embedded.events.Fixtures.events;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnouncingEventStoreTest {

    @TempDir
    Path directory;

    RocksEventStorageEngine engine;
    AnnouncingEventStore store;

    @BeforeEach
    void open() {
        engine = Fixtures.open(directory);
        store = AnnouncingEventStore.on(engine);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    static List<TrackedEventMessage<?>> take(TrackingEventStream stream, int count) throws InterruptedException {
        List<TrackedEventMessage<?>> taken = new ArrayList<>();
        while (taken.size() < count) {
            taken.add(stream.nextAvailable());
        }
        return taken;
    }

    static List<Long> indexes(List<TrackedEventMessage<?>> events) {
        return events.stream()
                .map(event -> event.trackingToken().position().orElseThrow())
                .toList();
    }

    @Nested
    class Announcing {

        @Test
        void callsBackAsSoonAsAnEventIsDurable() throws Exception {
            CountDownLatch announced = new CountDownLatch(1);
            try (TrackingEventStream stream = store.openStream(null)) {
                assertThat(stream.setOnAvailableCallback(announced::countDown)).isTrue();
                assertThat(stream.hasNextAvailable()).isFalse();

                store.publish(event("a", 0));

                assertThat(announced.await(10, SECONDS)).isTrue();
                assertThat(stream.peek()).isPresent();
                assertThat(stream.nextAvailable().getIdentifier()).isEqualTo("a-0");
                assertThat(stream.peek()).isEmpty();
            }
        }

        @Test
        void callsBackAtOnceWhenEventsAreThereAlready() throws Exception {
            CountDownLatch announced = new CountDownLatch(1);
            store.publish(event("a", 0));
            try (TrackingEventStream stream = store.openStream(null)) {
                stream.setOnAvailableCallback(announced::countDown);

                assertThat(announced.await(10, SECONDS)).isTrue();
            }
        }

        @Test
        void wakesAConsumerThatWaits() throws Exception {
            try (TrackingEventStream stream = store.openStream(null)) {
                CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> waitFor(stream));

                store.publish(event("a", 0));

                assertThat(waiting.get(10, SECONDS)).isTrue();
            }
        }

        private boolean waitFor(TrackingEventStream stream) {
            try {
                return stream.hasNextAvailable(10, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Test
        void aWaitForNothingEnds() throws Exception {
            try (TrackingEventStream stream = store.openStream(null)) {
                assertThat(stream.hasNextAvailable(5, TimeUnit.MILLISECONDS)).isFalse();
            }
        }

        @Test
        void aConsumerThatThrowsDisturbsNobody() throws Exception {
            try (TrackingEventStream broken = store.openStream(null);
                    TrackingEventStream stream = store.openStream(null)) {
                broken.setOnAvailableCallback(() -> {
                    throw new IllegalStateException("shut down");
                });

                store.publish(event("a", 0));
                store.publish(event("a", 1));

                assertThat(indexes(take(stream, 2))).containsExactly(0L, 1L);
            }
        }

        @Test
        void announcesNothingToAClosedStream() {
            List<String> calls = new ArrayList<>();
            TrackingEventStream stream = store.openStream(null);
            stream.setOnAvailableCallback(() -> calls.add("called"));
            stream.close();

            store.publish(event("a", 0));

            assertThat(calls).isEmpty();
            assertThat(stream.hasNextAvailable()).isFalse();
        }

        @Test
        void closingEndsAWaitForTheNextEvent() {
            TrackingEventStream stream = store.openStream(null);
            CompletableFuture<TrackedEventMessage<?>> waiting = CompletableFuture.supplyAsync(() -> {
                try {
                    return stream.nextAvailable();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });

            stream.close();

            assertThatThrownBy(() -> waiting.get(10, SECONDS)).hasRootCauseInstanceOf(EventStoreException.class);
        }
    }

    @Nested
    class Content {

        @Test
        void isTheSameFromMemoryAsFromDisk() throws Exception {
            Map<String, Object> metaData = Map.of("long", 7L, "at", Fixtures.NOON, "text", "pump 7");
            store.publish(new GenericDomainEventMessage<>(
                    "Tank", "a", 0, new Litres(1, ""), metaData, "id-1", Fixtures.NOON));

            TrackedEventMessage<?> fromMemory = take(store.openStream(null), 1).getFirst();
            TrackedEventMessage<?> fromDisk =
                    engine.readEvents(null, false).findFirst().orElseThrow();

            assertThat(fromMemory).hasSameClassAs(fromDisk).hasToString(fromDisk.toString());
            assertThat(fromMemory.trackingToken()).isEqualTo(fromDisk.trackingToken());
            assertThat(fromMemory.getTimestamp()).isEqualTo(fromDisk.getTimestamp());
            assertThat(fromMemory.getPayload()).isEqualTo(fromDisk.getPayload());
            assertThat(fromMemory.getPayloadType()).isEqualTo(fromDisk.getPayloadType());
            assertThat(fromMemory.getMetaData())
                    .isEqualTo(fromDisk.getMetaData())
                    .isNotEqualTo(metaData);
            assertThat(fromMemory.getMetaData().get("long"))
                    .hasSameClassAs(fromDisk.getMetaData().get("long"));
        }

        @Test
        void isSharedByAllConsumersThatFollowTheTail() throws Exception {
            Litres payload = new Litres(1, "");
            store.publish(new GenericDomainEventMessage<>("Tank", "a", 0, payload));

            TrackedEventMessage<?> first = take(store.openStream(null), 1).getFirst();
            TrackedEventMessage<?> second = take(store.openStream(null), 1).getFirst();

            assertThat(first).isSameAs(second);
            assertThat(first.getPayload()).isSameAs(payload);
        }
    }

    @Nested
    class Positions {

        @Test
        void startsBehindAnyToken() throws Exception {
            engine.appendEvents(events("a", 0, 10));

            for (int index = 0; index <= 9; index++) {
                TrackingEventStream stream = store.openStream(new GlobalSequenceTrackingToken(index - 1));
                assertThat(indexes(take(stream, 10 - index)))
                        .containsExactlyElementsOf(Fixtures.indexes(10).subList(index, 10));
                assertThat(stream.hasNextAvailable()).isFalse();
            }
        }

        @Test
        void readsTheHistoryAfterAReopeningAndThenFollows() throws Exception {
            engine.appendEvents(events("a", 0, 1_500));
            engine.close();
            open();

            try (TrackingEventStream stream = store.openStream(null)) {
                assertThat(indexes(take(stream, 1_500))).isEqualTo(Fixtures.indexes(1_500));
                assertThat(stream.hasNextAvailable()).isFalse();
                store.publish(event("a", 1_500));
                assertThat(indexes(take(stream, 1))).containsExactly(1_500L);
            }
        }

        @Test
        void refusesATokenThatIsAheadOfTheStore() {
            engine.appendEvents(events("a", 0, 2));

            assertThat(store.openStream(new GlobalSequenceTrackingToken(1)).hasNextAvailable())
                    .isFalse();
            assertThatThrownBy(() -> store.openStream(new GlobalSequenceTrackingToken(2)))
                    .isInstanceOf(EventStoreException.class)
                    .hasMessageContaining("ahead");
        }
    }

    @Nested
    class UnitsOfWork {

        @Test
        void publishNothingBeforeTheyCommit() throws Exception {
            try (TrackingEventStream stream = store.openStream(null)) {
                UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
                store.publish(event("a", 0));
                assertThat(stream.hasNextAvailable()).isFalse();
                assertThat(store.readEvents("a").asStream()).hasSize(1);

                unit.commit();

                assertThat(indexes(take(stream, 1))).containsExactly(0L);
            }
        }

        @Test
        void publishNothingWhenTheyRollBack() {
            UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
            store.publish(event("a", 0));

            unit.rollback();

            assertThat(engine.size()).isZero();
        }

        @Test
        void showSnapshotsBeforeLaterEvents() {
            engine.appendEvents(events("a", 0, 5));
            store.storeSnapshot(new GenericDomainEventMessage<>("Tank", "a", 3, new Litres(3, "snapshot")));

            assertThat(store.readEvents("a").asStream().<Object>map(DomainEventMessage::getPayload))
                    .containsExactly(new Litres(3, "snapshot"), new Litres(4, "of a"));
        }
    }
}
