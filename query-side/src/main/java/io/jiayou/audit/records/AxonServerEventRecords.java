package io.jiayou.audit.records;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The events of an Axon Server, byte for byte, past serialisers and upcasters. Its tokens are positions. */
final class AxonServerEventRecords implements EventRecords {

    private static final int PATIENCE_SECONDS = 30;
    private static final int BUFFER = 1_000;

    private final Supplier<EventChannel> channel;

    AxonServerEventRecords(Supplier<EventChannel> channel) {
        this.channel = channel;
    }

    @Override
    public long size() {
        try {
            return channel.get().getLastToken().get(PATIENCE_SECONDS, TimeUnit.SECONDS) + 1;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Axon Server doesn't tell its last position", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public List<EventRecord> from(long position, int atMost) {
        int wanted = (int) Math.clamp(size() - position, 0, atMost);
        List<EventRecord> records = new ArrayList<>(wanted);
        if (wanted == 0) {
            return records;
        }
        try (EventStream stream = channel.get().openStream(position - 1, Math.min(wanted, BUFFER))) {
            while (records.size() < wanted) {
                EventWithToken next = stream.nextIfAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (next == null || next.getToken() != position + records.size()) {
                    throw new IllegalStateException(
                            "Axon Server delivers " + (next == null ? "nothing" : "another event") + " at position "
                                    + (position + records.size()));
                }
                records.add(record(next.getEvent()));
            }
            return records;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static EventRecord record(Event event) {
        boolean ofAggregate = !event.getAggregateType().isEmpty();
        return new EventRecord(
                event.getMessageIdentifier(),
                Instant.ofEpochMilli(event.getTimestamp()),
                ofAggregate ? event.getAggregateType() : null,
                ofAggregate ? event.getAggregateIdentifier() : null,
                event.getAggregateSequenceNumber(),
                event.getPayload().getType(),
                absentIfEmpty(event.getPayload().getRevision()),
                metadata(event),
                event.getPayload().getData().toByteArray());
    }

    /** All our metadata are texts; whatever else somebody wrote is told by its own text form. */
    private static SortedMap<String, String> metadata(Event event) {
        SortedMap<String, String> metadata = new TreeMap<>();
        event.getMetaDataMap().forEach((key, value) -> metadata.put(key, text(value)));
        return metadata;
    }

    private static String text(MetaDataValue value) {
        return switch (value.getDataCase()) {
            case TEXT_VALUE -> value.getTextValue();
            case NUMBER_VALUE -> Long.toString(value.getNumberValue());
            case BOOLEAN_VALUE -> Boolean.toString(value.getBooleanValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            case BYTES_VALUE, DATA_NOT_SET ->
                throw new IllegalArgumentException("metadata that is neither a text nor a number");
        };
    }

    private static @Nullable String absentIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while reading events", e);
    }
}
