package io.jiayou.embedded.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives a SIGKILL. {@code -Djiayou.kills=100} kills more often. */
class KillIT {

    private static final int KILLS = Integer.getInteger("jiayou.kills", 3);
    private static final int MOST_EVENTS_IN_FLIGHT = 3;

    @TempDir
    Path directory;

    @Test
    void noKillLosesAnAcknowledgedEventOrLeavesAGap() throws Exception {
        Random random = new Random();
        for (int kill = 0; kill < KILLS; kill++) {
            AppenderProcess appender = AppenderProcess.start(List.of(), directory.resolve("events"), 16, 20, 1, 0);
            assertThat(appender.awaitLines(1 + random.nextInt(3_000)))
                    .as(() -> errors())
                    .isTrue();

            appender.kill();

            assertThat(appender.acknowledged()).isNotEmpty();
            try (RocksEventStorageEngine engine = Fixtures.open(directory.resolve("events"))) {
                assertConsistent(engine);
                assertNothingLost(engine, appender.acknowledged());
            }
        }
    }

    private String errors() {
        try {
            return Files.readString(directory.resolve("events.err"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    static void assertNothingLost(RocksEventStorageEngine engine, Map<String, Long> acknowledged) {
        acknowledged.forEach((aggregate, sequence) -> assertThat(
                        engine.lastSequenceNumberFor(aggregate).orElse(-1L))
                .as(aggregate)
                .isBetween(sequence, sequence + MOST_EVENTS_IN_FLIGHT));
    }

    /** Both ways: every event is in its aggregate's stream once, and every stream has nothing else. */
    static void assertConsistent(RocksEventStorageEngine engine) {
        Map<String, List<StoredEvent>> aggregates =
                Fixtures.raw(engine).stream().collect(Collectors.groupingBy(StoredEvent::aggregateId));
        assertThat(aggregates.values().stream().mapToLong(List::size).sum()).isEqualTo(engine.size());
        aggregates.forEach((aggregate, events) -> {
            assertThat(events)
                    .extracting(StoredEvent::sequence)
                    .isEqualTo(LongStream.range(0, events.size()).boxed().toList());
            assertThat(engine.readEvents(aggregate).asStream().map(DomainEventMessage::getIdentifier))
                    .isEqualTo(events.stream().map(StoredEvent::identifier).toList());
        });
    }

    @Test
    void aDirectoryInUseByAnotherProcessIsRefused() throws Exception {
        AppenderProcess appender = AppenderProcess.start(List.of(), directory.resolve("events"), 1, 20, 1, 0);
        try {
            assertThat(appender.awaitLines(1)).as(() -> errors()).isTrue();

            assertThatThrownBy(() -> Fixtures.open(directory.resolve("events")))
                    .isInstanceOf(EventStoreException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("in use by another process");
        } finally {
            appender.kill();
        }
    }
}
