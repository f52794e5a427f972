package io.jiayou.embedded.events;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The column families, each a sorted map of its own; one write batch changes several of them atomically. */
enum Column {
    /** Required by RocksDB, unused. */
    DEFAULT("default"),
    /** {@code format} to the version of this layout. */
    META("meta"),
    /** {@link Keys#index Global index} to {@link StoredEvent} record. */
    EVENTS("events"),
    /** {@link Keys#stream Aggregate and sequence} to global index; what makes a sequence unique. */
    STREAMS("streams"),
    /** {@link Keys#aggregate Aggregate} to the {@link StoredEvent} record of its newest snapshot. */
    SNAPSHOTS("snapshots"),
    /**
     * {@link Keys#time Milliseconds} to the first global index that reached them: one entry whenever an event is later
     * than all before it. The first event at or after any moment is therefore found by one seek.
     */
    TIMES("times");

    private final String storedName;

    Column(String storedName) {
        this.storedName = storedName;
    }

    String storedName() {
        return storedName;
    }

    byte[] bytes() {
        return storedName.getBytes(UTF_8);
    }
}
