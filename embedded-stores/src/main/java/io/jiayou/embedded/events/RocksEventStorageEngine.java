package io.jiayou.embedded.events;

import io.jiayou.embedded.events.Append.Entry;
import io.jiayou.embedded.events.Append.SequenceTaken;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Events in a directory of this machine, kept by RocksDB. Appending returns when the events are synced to disk; all
 * events of one call are kept, or none. Global indexes count from 0 without a gap, in the order in which events became
 * durable. Tokens are {@link GlobalSequenceTrackingToken}s.
 *
 * <p>One process at a time has the directory open. Close it after everything that reads from it has stopped; whoever
 * still calls gets an {@link EventStoreException}.
 */
public final class RocksEventStorageEngine extends AbstractEventStorageEngine implements AutoCloseable {

    private static final int TAIL_EVENTS = 4096;
    private static final long TAIL_BYTES = 16 << 20;

    private final DatabaseGuard database;
    private final EventLog log;
    private final Snapshots snapshots;
    private final EventTail tail;
    private final GroupCommit writer;
    private final Messages messages;

    private RocksEventStorageEngine(Path directory, Settings settings) {
        super(settings);
        messages = new Messages(getEventSerializer(), upcasterChain);
        database = new DatabaseGuard(directory);
        log = new EventLog(database);
        snapshots = new Snapshots(database);
        tail = new EventTail(TAIL_EVENTS, TAIL_BYTES, messages);
        try {
            writer = new GroupCommit(database, tail);
        } catch (RuntimeException unreadable) {
            database.close();
            throw unreadable;
        }
    }

    /**
     * Opens the directory, which is made if it's missing.
     *
     * @throws EventStoreException if another process has it open, a newer version wrote it, or it can't be read
     */
    public static RocksEventStorageEngine open(
            Path directory, Serializer eventSerializer, Serializer snapshotSerializer, EventUpcaster upcasters) {
        return open(directory, eventSerializer, snapshotSerializer, upcasters, SnapshotFilter.allowAll());
    }

    /** As above; a snapshot that the filter doesn't allow isn't read, the aggregate's events are. */
    public static RocksEventStorageEngine open(
            Path directory,
            Serializer eventSerializer,
            Serializer snapshotSerializer,
            EventUpcaster upcasters,
            SnapshotFilter snapshotFilter) {
        Settings settings = new Settings();
        settings.eventSerializer(eventSerializer)
                .snapshotSerializer(snapshotSerializer)
                .upcasterChain(upcasters)
                .snapshotFilter(snapshotFilter)
                .persistenceExceptionResolver(SequenceTaken.class::isInstance);
        return new RocksEventStorageEngine(directory, settings);
    }

    private static final class Settings extends Builder {}

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<Entry> entries = events.stream()
                .map(event -> Entry.of(Messages.stored(event, serializer), event.getPayload()))
                .toList();
        try {
            writer.append(entries);
        } catch (SequenceTaken taken) {
            handlePersistenceException(taken, events.get(taken.position));
        }
    }

    /**
     * Appends events byte for byte, all or none, synced when it returns.
     *
     * @param events at least one
     * @return the global index of the first of them
     * @throws EventStoreException if an aggregate already has one of the sequences, or the disk refuses
     */
    public long appendRaw(List<StoredEvent> events) {
        try {
            return writer.append(
                    events.stream().map(event -> Entry.of(event, null)).toList());
        } catch (SequenceTaken taken) {
            throw new EventStoreException(taken.getMessage(), taken);
        }
    }

    /** All events from a global index on exactly as stored, fetched lazily; ends where the events end now. */
    public Stream<StoredEvent> readRaw(long fromIndex) {
        return log.from(fromIndex).stream().map(EventAt::event);
    }

    /** All events of an aggregate exactly as stored, by their sequence, fetched lazily. */
    public Stream<StoredEvent> readRaw(String aggregateId) {
        return log.of(aggregateId, 0).stream()
                .filter(EventAt.OfAggregate.class::isInstance)
                .map(EventAt::event);
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        return log.from(Tokens.indexBehind(token)).stream();
    }

    /** A plain event has a sequence of its own but is no aggregate's, so it's in no aggregate's stream. */
    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String aggregateId, long firstSequence) {
        return log.of(aggregateId, firstSequence).stream()
                .filter(EventAt.OfAggregate.class::isInstance)
                .map(EventAt.OfAggregate.class::cast);
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.store(Messages.stored(snapshot, serializer));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateId) {
        return snapshots.newest(aggregateId).stream();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        OptionalLong last = log.lastSequence(aggregateId);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    /** Before the first event; null while there is none, as Axon's own engines do. */
    @Override
    public @Nullable TrackingToken createTailToken() {
        return tail.head() == 0 ? null : Tokens.before(0);
    }

    /** At the last durable event; null while there is none. */
    @Override
    public @Nullable TrackingToken createHeadToken() {
        long next = tail.head();
        return next == 0 ? null : Tokens.before(next);
    }

    /** Before the first event, in global order, of that moment or later; at the head if there is none. */
    @Override
    public @Nullable TrackingToken createTokenAt(Instant moment) {
        OptionalLong first = log.firstReaching(moment);
        return first.isPresent() ? Tokens.before(first.getAsLong()) : createHeadToken();
    }

    /** How many events there are, all durable; also the global index that the next one gets. */
    public long size() {
        return tail.head();
    }

    /** What was appended since opening. */
    public AppendCounters counters() {
        return writer.counters();
    }

    /** Appends that wait for the writer now. */
    public int waitingAppends() {
        return writer.waiting();
    }

    EventTail tail() {
        return tail;
    }

    EventLog log() {
        return log;
    }

    Messages messages() {
        return messages;
    }

    /** Lets waiting appends and running reads end, then closes the files. Closing twice does nothing. */
    @Override
    public void close() {
        writer.close();
        database.close();
        tail.close();
    }
}
