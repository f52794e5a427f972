package io.jiayou.embedded.events;

import static io.jiayou.embedded.events.Fixtures.event;
import static io.jiayou.embedded.events.Fixtures.raw;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {

    private static final int WRITERS = 64;

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

    private static void inParallel(List<Callable<Void>> tasks) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> task : threads.invokeAll(tasks)) {
                task.get();
            }
        }
    }

    private static List<Callable<Void>> writers(IntConsumer work) {
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            writers.add(() -> {
                work.accept(writer);
                return null;
            });
        }
        return writers;
    }

    @Test
    void concurrentAppendsShareSyncs() throws Exception {
        inParallel(writers(writer -> {
            for (int sequence = 0; sequence < 50; sequence++) {
                engine.appendEvents(event("tank-" + writer, sequence));
            }
        }));

        AppendCounters counters = engine.counters();
        assertThat(counters.appends()).isEqualTo(WRITERS * 50);
        assertThat(counters.events()).isEqualTo(WRITERS * 50);
        assertThat(counters.syncs()).isLessThan(counters.appends() / 2);
        assertThat(engine.waitingAppends()).isZero();
    }

    @Test
    void appendsThatWaitAreCounted() throws Exception {
        AtomicInteger most = new AtomicInteger();

        inParallel(writers(writer -> {
            for (int sequence = 0; sequence < 50; sequence++) {
                engine.appendEvents(event("tank-" + writer, sequence));
                most.accumulateAndGet(engine.waitingAppends(), Math::max);
            }
        }));

        assertThat(most).hasPositiveValue().hasValueLessThan(WRITERS);
        assertThat(engine.waitingAppends()).isZero();
    }

    @Test
    void aLoneAppendIsSyncedAlone() {
        engine.appendEvents(event("a", 0));
        engine.appendEvents(event("a", 1), event("a", 2));

        assertThat(engine.counters()).isEqualTo(new AppendCounters(2, 3, 2, 0, 0));
    }

    @Test
    void racingWritersLeaveNoGapNoDuplicateAndNothingOfTheLosers() throws Exception {
        AtomicLong won = new AtomicLong();
        AtomicLong lost = new AtomicLong();

        inParallel(writers(writer -> {
            Random random = new Random(writer);
            for (int i = 0; i < 60; i++) {
                String first = "tank-" + random.nextInt(10);
                String second = "pump-" + random.nextInt(10);
                try {
                    engine.appendEvents(next(first), next(second));
                    won.incrementAndGet();
                } catch (ConcurrencyException | AggregateStreamCreationException conflict) {
                    lost.incrementAndGet();
                }
            }
        }));

        assertThat(won.get() + lost.get()).isEqualTo(WRITERS * 60);
        assertThat(lost).hasPositiveValue();
        assertThat(engine.counters().conflicts()).isEqualTo(lost.get());
        assertThat(engine.size()).isEqualTo(2 * won.get());
        assertConsistent();
        engine.close();
        engine = Fixtures.open(directory);
        assertThat(engine.size()).isEqualTo(2 * won.get());
        assertConsistent();
    }

    private DomainEventMessage<Litres> next(String aggregate) {
        return event(aggregate, engine.lastSequenceNumberFor(aggregate).orElse(-1L) + 1);
    }

    private void assertConsistent() {
        assertThat(engine.readEvents(null, false)
                        .map(read -> read.trackingToken().position().orElseThrow()))
                .containsExactlyElementsOf(Fixtures.indexes(engine.size()));
        raw(engine).stream()
                .collect(Collectors.groupingBy(StoredEvent::aggregateId))
                .forEach((id, events) -> {
                    assertThat(events)
                            .extracting(StoredEvent::sequence)
                            .containsExactlyElementsOf(Fixtures.indexes(events.size()));
                    assertThat(engine.readEvents(id).asStream().map(DomainEventMessage::getIdentifier))
                            .containsExactlyElementsOf(
                                    events.stream().map(StoredEvent::identifier).toList());
                });
    }
}
