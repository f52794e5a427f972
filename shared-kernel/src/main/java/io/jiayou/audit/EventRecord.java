package io.jiayou.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One event as it was recorded, the same from whichever store it comes.
 *
 * <p>Its canonical form, version 1, is one line of JSON in UTF-8 without white space between its tokens. Members that are
 * absent are left out; the others stand in this order:
 *
 * <pre>
 * {"v":1,"id":text,"time":text,"aggregateType":text,"aggregateId":text,"sequence":number,
 *  "type":text,"revision":text,"metadata":{key:text,…},"payload":…}
 * </pre>
 *
 * <p>Texts are escaped as RFC 8785 (JCS) says, the keys of the metadata are sorted as there, the time is ISO 8601 in UTC.
 * The payload is what the serialiser wrote, byte for byte. This line is what the audit log's leaves hash, what exports
 * and archives hold, and what a restore reads.
 *
 * @param id the event's own identifier
 * @param time when it was recorded, to the millisecond
 * @param aggregateType null for an event that no aggregate published
 * @param aggregateId null for an event that no aggregate published
 * @param sequence position within the aggregate, from 0
 * @param type the stored name of the payload
 * @param revision null where the type has none
 * @param metadata who caused it, through what; sorted by key
 * @param payload one JSON value on one line, as serialised; not copied, never to be changed
 */
public record EventRecord(
        String id,
        Instant time,
        @Nullable String aggregateType,
        @Nullable String aggregateId,
        long sequence,
        String type,
        @Nullable String revision,
        SortedMap<String, String> metadata,
        byte[] payload) {

    static final int VERSION = EventLine.VERSION;

    public EventRecord {
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
        if ((aggregateType == null) != (aggregateId == null) || sequence < 0) {
            throw new IllegalArgumentException("event " + id + " has half of an aggregate");
        }
        EventLine.requireOneLine(id, payload);
    }

    /** The line, without a line break at its end. */
    public byte[] canonical() {
        return EventLine.of(
                id, time, aggregateType, aggregateId, sequence, type, revision, EventLine.metadata(metadata), payload);
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it isn't the canonical form of an event, to the last byte
     */
    public static EventRecord parse(byte[] line) {
        return CanonicalLine.parse(line);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventRecord that && Arrays.equals(canonical(), that.canonical());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, type);
    }

    /** Names the event without its contents, which may be personal. */
    @Override
    public String toString() {
        return "EventRecord[" + id + ", " + type + "]";
    }
}
