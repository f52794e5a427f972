package io.jiayou.embedded.events;

import static io.jiayou.embedded.events.Fixtures.event;
import static io.jiayou.embedded.events.Fixtures.events;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosingTest {

    @TempDir
    Path directory;

    @Test
    void everyCallAfterClosingIsRefused() {
        RocksEventStorageEngine engine = Fixtures.open(directory);
        engine.appendEvents(events("a", 0, 2_000));
        Iterator<? extends TrackedEventMessage<?>> halfRead =
                engine.readEvents(null, false).iterator();
        halfRead.next();
        TrackingEventStream stream = AnnouncingEventStore.on(engine).openStream(engine.createHeadToken());

        engine.close();
        engine.close();

        List<Callable<Object>> calls = List.of(
                () -> {
                    engine.appendEvents(event("a", 2_000));
                    return "appended";
                },
                () -> engine.readEvents("a").hasNext(),
                () -> engine.readEvents(null, false).toList(),
                () -> engine.readRaw(0).toList(),
                () -> engine.readSnapshot("a"),
                () -> engine.lastSequenceNumberFor("a"),
                () -> engine.createTokenAt(Fixtures.NOON),
                () -> {
                    engine.storeSnapshot(event("a", 1));
                    return "stored";
                },
                () -> {
                    halfRead.forEachRemaining(event -> {});
                    return "read on";
                },
                stream::nextAvailable,
                () -> stream.hasNextAvailable(1, SECONDS));
        assertThat(calls).allSatisfy(call -> assertThatThrownBy(call::call)
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("closed"));
    }

    @Test
    void wakesAStreamThatWaits() throws Exception {
        RocksEventStorageEngine engine = Fixtures.open(directory);
        TrackingEventStream stream = AnnouncingEventStore.on(engine).openStream(null);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<TrackedEventMessage<?>> waiting = threads.submit(stream::nextAvailable);

            engine.close();

            assertThatThrownBy(() -> waiting.get(20, SECONDS)).hasCauseInstanceOf(EventStoreException.class);
        }
    }

    @Test
    void closingUnderLoadLosesNoAcknowledgedEventAndCrashesNothing() throws Exception {
        for (int round = 0; round < 3; round++) {
            Path roundDirectory = directory.resolve("round-" + round);
            RocksEventStorageEngine engine = Fixtures.open(roundDirectory);
            AtomicLong acknowledged = new AtomicLong();
            CountDownLatch busy = new CountDownLatch(200);
            List<Future<Object>> users = new ArrayList<>();
            try (ExecutorService threads = Executors.newCachedThreadPool()) {
                for (int i = 0; i < 6; i++) {
                    String tank = "tank-" + i;
                    users.add(threads.submit(() -> append(engine, tank, acknowledged, busy)));
                    users.add(threads.submit(() -> read(engine, tank)));
                }
                busy.await();

                engine.close();

                for (Future<Object> user : users) {
                    assertThatThrownBy(() -> user.get(20, SECONDS)).hasCauseInstanceOf(EventStoreException.class);
                }
            }
            try (RocksEventStorageEngine reopened = Fixtures.open(roundDirectory)) {
                assertThat(reopened.size()).isEqualTo(acknowledged.get());
            }
        }
    }

    private static Object append(
            RocksEventStorageEngine engine, String tank, AtomicLong acknowledged, CountDownLatch busy) {
        for (long sequence = 0; ; sequence++) {
            engine.appendEvents(event(tank, sequence));
            acknowledged.incrementAndGet();
            busy.countDown();
        }
    }

    private static Object read(RocksEventStorageEngine engine, String tank) {
        while (true) {
            engine.readEvents(null, false).forEach(event -> {});
            engine.readEvents(tank).asStream().forEach(event -> {});
            engine.lastSequenceNumberFor(tank);
        }
    }
}
