package io.jiayou.embedded.events;

import static io.jiayou.embedded.events.Fixtures.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredEventTest {

    private static final StoredEvent FULL = stored("id-1", "Tank", "tank-1", 300, NOON, "2");

    private static StoredEvent stored(
            String id,
            @Nullable String type,
            String aggregateId,
            long sequence,
            Instant timestamp,
            @Nullable String revision) {
        byte[] payload = "{\"litres\":42}".getBytes(UTF_8);
        return new StoredEvent(
                id, type, aggregateId, sequence, timestamp, "fuelled", revision, payload, "{}".getBytes(UTF_8));
    }

    @Test
    void readsBackExactlyWhatItWrote() {
        List<StoredEvent> events = List.of(
                FULL,
                stored("id-2", null, "id-2", 0, NOON, null),
                stored("id-3", "", "", Long.MAX_VALUE, Instant.EPOCH, ""),
                stored("编号", "油箱", "号🚗", 127, Instant.parse("1969-12-31T23:59:59.999999999Z"), null),
                stored("x".repeat(100_000), "Tank", "y", 128, Instant.MAX, "3"),
                stored("id-6", "Tank", "id-6", 16_384, Instant.MIN, "3"));

        assertThat(events).allSatisfy(event -> {
            StoredEvent read = StoredEvent.decode(event.encode());
            assertThat(read).usingRecursiveComparison().isEqualTo(event);
            assertThat(read).isEqualTo(event).hasSameHashCodeAs(event);
        });
    }

    /** What is on users' disks stays readable: these bytes never change, whatever the code does. */
    @Test
    void stillReadsTheFirstRecordEverWritten() {
        byte[] record = HexFormat.of()
                .parseHex("0103ac020000000069a42a40075bcd150469642d310454616e6b0674616e6b2d3107667565"
                        + "6c6c656401320d7b226c6974726573223a34327d027b7d");

        assertThat(StoredEvent.decode(record)).isEqualTo(FULL);
        assertThat(FULL.encode()).isEqualTo(record);
    }

    @Test
    void noticesEveryTruncation() {
        byte[] record = FULL.encode();

        for (int length = 0; length < record.length; length++) {
            byte[] cut = Arrays.copyOf(record, length);
            assertThatThrownBy(() -> StoredEvent.decode(cut)).isInstanceOf(EventStoreException.class);
        }
        assertThatThrownBy(() -> StoredEvent.decode(Arrays.copyOf(record, record.length + 1)))
                .isInstanceOf(EventStoreException.class);
    }

    @Test
    void refusesARecordOfANewerVersion() {
        byte[] record = FULL.encode();
        record[0] = 2;

        assertThatThrownBy(() -> StoredEvent.decode(record))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("version 2");
    }

    @Test
    void refusesFlagsItDoesNotKnow() {
        byte[] record = FULL.encode();
        record[1] |= 8;

        assertThatThrownBy(() -> StoredEvent.decode(record)).isInstanceOf(EventStoreException.class);
    }

    @Test
    void refusesANegativeSequence() {
        assertThatThrownBy(() -> stored("id", "Tank", "a", -1, NOON, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void differsWhenAnyPartDiffers() {
        assertThat(List.of(
                        stored("id-2", "Tank", "tank-1", 300, NOON, "2"),
                        stored("id-1", null, "tank-1", 300, NOON, "2"),
                        stored("id-1", "Tank", "tank-2", 300, NOON, "2"),
                        stored("id-1", "Tank", "tank-1", 301, NOON, "2"),
                        stored("id-1", "Tank", "tank-1", 300, NOON.plusNanos(1), "2"),
                        stored("id-1", "Tank", "tank-1", 300, NOON, null)))
                .doesNotContain(FULL);
    }

    @Test
    void showsNoContentsInLogs() {
        assertThat(FULL).asString().contains("id-1").doesNotContain("litres");
    }
}
