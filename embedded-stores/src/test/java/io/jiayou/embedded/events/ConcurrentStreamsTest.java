package io.jiayou.embedded.events;

import static io.jiayou.embedded.events.AnnouncingEventStoreTest.indexes;
import static io.jiayou.embedded.events.AnnouncingEventStoreTest.take;
import static io.jiayou.embedded.events.Fixtures.event;
import static io.jiayou.embedded.events.Fixtures.events;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No gap, no duplicate, in order: whoever joins, wherever, however slow. */
class ConcurrentStreamsTest {

    private static final int WRITERS = 16;
    private static final int APPENDS = 150;
    private static final int EVENTS_PER_APPEND = 4;
    private static final int ALL = WRITERS * APPENDS * EVENTS_PER_APPEND;

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

    private Callable<Void> writer(int number) {
        return () -> {
            for (int i = 0; i < APPENDS; i++) {
                store.publish(events("tank-" + number, (long) i * EVENTS_PER_APPEND, EVENTS_PER_APPEND));
            }
            return null;
        };
    }

    private TrackingEventStream join(long from) {
        return store.openStream(new GlobalSequenceTrackingToken(from - 1));
    }

    /** Waits for its next event in the blocking way. */
    private Callable<List<Long>> waitingConsumer(Random random) {
        return () -> {
            long from = random.nextLong(engine.size() + 1);
            try (TrackingEventStream stream = join(from)) {
                return withMissing(from, take(stream, (int) (ALL - from)));
            }
        };
    }

    /** Reads what is there, then sleeps until the callback wakes it, as Axon's processors do. */
    private Callable<List<Long>> calledConsumer(Random random) {
        return () -> {
            long from = random.nextLong(engine.size() + 1);
            Semaphore available = new Semaphore(0);
            List<TrackedEventMessage<?>> seen = new ArrayList<>();
            try (TrackingEventStream stream = join(from)) {
                stream.setOnAvailableCallback(available::release);
                while (seen.size() < ALL - from) {
                    while (stream.hasNextAvailable()) {
                        seen.add(stream.nextAvailable());
                    }
                    if (seen.size() < ALL - from) {
                        assertThat(available.tryAcquire(30, SECONDS)).isTrue();
                        available.drainPermits();
                    }
                }
            }
            return withMissing(from, seen);
        };
    }

    private static List<Long> withMissing(long from, List<TrackedEventMessage<?>> seen) {
        List<Long> all = new ArrayList<>(Fixtures.indexes(from));
        all.addAll(indexes(seen));
        return all;
    }

    @Test
    void everyConsumerSeesEveryEventOnceAndInOrder() throws Exception {
        List<Future<List<Long>>> consumers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(threads.submit(writer(i)));
                consumers.add(threads.submit(waitingConsumer(new Random(i))));
                consumers.add(threads.submit(calledConsumer(new Random(-i))));
            }
            for (Future<Void> writer : writers) {
                writer.get(60, SECONDS);
            }
            for (Future<List<Long>> consumer : consumers) {
                assertThat(consumer.get(60, SECONDS)).isEqualTo(Fixtures.indexes(ALL));
            }
        }
        assertThat(engine.size()).isEqualTo(ALL);
    }

    @Test
    void aConsumerThatFellFarBehindCatchesUpAndFollowsAgain() throws Exception {
        try (TrackingEventStream slow = join(0)) {
            engine.appendEvents(events("a", 0, 10));
            List<TrackedEventMessage<?>> seen = take(slow, 5);
            engine.appendEvents(events("a", 10, 10_000));
            seen.addAll(take(slow, 3_000));
            engine.appendEvents(events("a", 10_010, 10_000));
            seen.addAll(take(slow, 17_005));
            assertThat(slow.hasNextAvailable()).isFalse();
            engine.appendEvents(event("a", 20_010));
            seen.addAll(take(slow, 1));

            assertThat(indexes(seen)).isEqualTo(Fixtures.indexes(20_011));
        }
    }

    @Test
    void aPeekedEventIsNotLostWhenTheTailMovesOn() throws Exception {
        try (TrackingEventStream slow = join(0)) {
            engine.appendEvents(event("a", 0));
            assertThat(slow.peek()).isPresent();

            engine.appendEvents(events("a", 1, 10_000));

            assertThat(indexes(take(slow, 10_001))).isEqualTo(Fixtures.indexes(10_001));
        }
    }

    /** As Axon's coordinator does: it asks for more when its successor may be reading already. */
    @Test
    void anotherThreadMayLookWhetherThereIsMore() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                TrackingEventStream stream = join(0)) {
            Future<?> looking = threads.submit(() -> {
                while (!done.get()) {
                    stream.hasNextAvailable();
                }
            });
            Future<Void> writing = threads.submit(writer(0));
            try {
                assertThat(indexes(take(stream, APPENDS * EVENTS_PER_APPEND)))
                        .isEqualTo(Fixtures.indexes(APPENDS * EVENTS_PER_APPEND));
            } finally {
                done.set(true);
            }
            writing.get(60, SECONDS);
            looking.get(60, SECONDS);
        }
    }
}
