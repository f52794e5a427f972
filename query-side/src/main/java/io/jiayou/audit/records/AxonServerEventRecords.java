package io.jiayou.audit.records;

import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecordStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The events of an Axon Server, byte for byte, past serialisers and upcasters. Its tokens are positions. It keeps times to
 * the millisecond, as {@link EventRecord} does.
 */
public final class AxonServerEventRecords implements EventRecordStore {

    private static final int PATIENCE_SECONDS = 30;
    private static final int BUFFER = 1_000;
    private static final int TRANSACTION = 100;

    private final Supplier<EventChannel> channel;

    /** @param channel asked for each call: a connection that was lost has another one */
    public AxonServerEventRecords(Supplier<EventChannel> channel) {
        this.channel = channel;
    }

    @Override
    public long size() {
        return await(channel.get().getLastToken(), "Axon Server doesn't tell its last position") + 1;
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
                records.add(RawEvents.record(next.getEvent()));
            }
            return records;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public void append(long position, List<EventRecord> events) {
        if (position != size()) {
            throw new IllegalStateException("Axon Server has " + size() + " events, not " + position);
        }
        List<Event> raw = events.stream().map(RawEvents::event).toList();
        for (int from = 0; from < raw.size(); from += TRANSACTION) {
            AppendEventsTransaction transaction = channel.get().startAppendEventsTransaction();
            raw.subList(from, Math.min(from + TRANSACTION, raw.size())).forEach(transaction::appendEvent);
            await(transaction.commit(), "Axon Server doesn't take the events");
        }
    }

    private static <T> T await(CompletableFuture<T> answer, String otherwise) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(otherwise, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while reading events", e);
    }
}
