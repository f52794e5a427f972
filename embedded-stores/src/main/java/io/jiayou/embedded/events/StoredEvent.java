package io.jiayou.embedded.events;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * One event (or snapshot) exactly as it is kept: what the serialiser wrote, untouched.
 *
 * <p>The binary form, version 1 (integers big-endian, lengths and the sequence as varints of seven bits each, least
 * significant first, text in UTF-8 behind its length in bytes):
 *
 * <pre>
 * u8   version (1)
 * u8   flags: 1 = has an aggregate type, 2 = has a payload revision, 4 = the aggregate id is the identifier
 * var  sequence
 * i64  seconds since 1970 (UTC), i32 nanoseconds of the second
 * text identifier · [text aggregate type] · [text aggregate id, unless flag 4] · text payload type · [text revision]
 * var  length, payload · var length, metadata
 * </pre>
 *
 * <p>The global index isn't part of it: an event keeps its bytes wherever it is stored.
 *
 * @param identifier the event's own identifier
 * @param aggregateType null for an event that no aggregate published
 * @param aggregateId the event's own identifier where no aggregate published it
 * @param sequence position within the aggregate, from 0
 * @param timestamp when it was recorded, to the nanosecond
 * @param payloadType the stored name of the payload, not a class name
 * @param payloadRevision null where the type has none
 * @param payload as serialised; not copied, never to be changed
 * @param metaData as serialised; not copied, never to be changed
 */
public record StoredEvent(
        String identifier,
        @Nullable String aggregateType,
        String aggregateId,
        long sequence,
        Instant timestamp,
        String payloadType,
        @Nullable String payloadRevision,
        byte[] payload,
        byte[] metaData) {

    private static final int VERSION = 1;
    private static final int HAS_AGGREGATE_TYPE = 1;
    private static final int HAS_REVISION = 2;
    private static final int AGGREGATE_ID_IS_IDENTIFIER = 4;
    private static final int KNOWN_FLAGS = HAS_AGGREGATE_TYPE | HAS_REVISION | AGGREGATE_ID_IS_IDENTIFIER;

    public StoredEvent {
        if (sequence < 0) {
            throw new IllegalArgumentException("The sequence of event " + identifier + " is negative: " + sequence);
        }
    }

    /** Whether an aggregate published it; a plain event stands alone under its own identifier. */
    public boolean ofAggregate() {
        return aggregateType != null || sequence != 0 || !aggregateId.equals(identifier);
    }

    /** The binary form described above. */
    public byte[] encode() {
        RecordWriter writer = new RecordWriter(128 + payload.length + metaData.length);
        writer.u8(VERSION).u8(flags()).varint(sequence);
        writer.i64(timestamp.getEpochSecond()).i32(timestamp.getNano()).text(identifier);
        if (aggregateType != null) {
            writer.text(aggregateType);
        }
        if (!aggregateId.equals(identifier)) {
            writer.text(aggregateId);
        }
        writer.text(payloadType);
        if (payloadRevision != null) {
            writer.text(payloadRevision);
        }
        return writer.bytes(payload).bytes(metaData).toByteArray();
    }

    private int flags() {
        return (aggregateType != null ? HAS_AGGREGATE_TYPE : 0)
                | (payloadRevision != null ? HAS_REVISION : 0)
                | (aggregateId.equals(identifier) ? AGGREGATE_ID_IS_IDENTIFIER : 0);
    }

    /**
     * Reads the binary form.
     *
     * @throws EventStoreException if the bytes are of a newer version, cut short or too long
     */
    public static StoredEvent decode(byte[] record) {
        RecordReader reader = new RecordReader(record);
        int version = reader.u8();
        int flags = reader.u8();
        if (version != VERSION || (flags & ~KNOWN_FLAGS) != 0) {
            throw new EventStoreException("An event is stored in version " + version + " with flags " + flags
                    + ", this program reads version " + VERSION);
        }
        long sequence = reader.varint();
        Instant timestamp = Instant.ofEpochSecond(reader.i64(), reader.i32());
        String identifier = reader.text();
        StoredEvent event = new StoredEvent(
                identifier,
                (flags & HAS_AGGREGATE_TYPE) != 0 ? reader.text() : null,
                (flags & AGGREGATE_ID_IS_IDENTIFIER) != 0 ? identifier : reader.text(),
                sequence,
                timestamp,
                reader.text(),
                (flags & HAS_REVISION) != 0 ? reader.text() : null,
                reader.bytes(),
                reader.bytes());
        reader.expectEnd();
        return event;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredEvent that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Objects.hash(identifier, sequence);
    }

    /** Names the event without its contents, which may be personal. */
    @Override
    public String toString() {
        return "StoredEvent[" + identifier + ", " + payloadType + ", " + aggregateId + " #" + sequence + "]";
    }
}
