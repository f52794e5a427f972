package io.jiayou.readmodel.history;

import io.jiayou.annulment.events.AnnulmentConfirmed;
import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.readmodel.UnreadablePayload;
import io.jiayou.readmodel.fold.RecordedEvents;
import io.jiayou.readmodel.fold.Replay;
import io.jiayou.rules.RuleViolation;
import io.jiayou.values.Bounds;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** All events in their global order, whichever store holds them. */
public final class History {

    private static final long RECENT_NANOS = 500_000_000;
    private static final int PATIENCE_SECONDS = 10;
    private static final int CHUNK = 1_000;

    private record SeenHead(long position, long nanoTime) {}

    private final EventStore events;
    private final PositionSearch places = new PositionSearch(this);
    private volatile SeenHead seenHead = new SeenHead(-1, System.nanoTime() - RECENT_NANOS);

    public History(EventStore events) {
        this.events = events;
    }

    /** The position of the last event, -1 for none. Asks the store. */
    public long head() {
        TrackingToken head = events.createHeadToken();
        long position = head == null ? -1 : head.position().orElse(-1);
        seenHead = new SeenHead(position, System.nanoTime());
        return position;
    }

    /** The position of the last event, at most half a second old. */
    public long recentHead() {
        SeenHead seen = seenHead;
        return System.nanoTime() - seen.nanoTime() < RECENT_NANOS ? seen.position() : head();
    }

    /**
     * The position of the last event before a moment, -1 for none, as the store's index of times has it: where times
     * are out of order, events near it may be earlier or later.
     */
    public long lastBefore(Instant moment) {
        TrackingToken token = events.createTokenAt(moment);
        return token == null ? -1 : token.position().orElse(-1);
    }

    /** The identifier of the event at a position up to the head. */
    public Optional<String> eventIdAt(long position) throws InterruptedException {
        return at(position).map(EventMessage::getIdentifier);
    }

    /** Whether the event at a position up to the head can be read, and keeps within the limits of today. */
    public boolean isReadable(long position) throws InterruptedException {
        return at(position)
                .map(message -> RecordedEvents.of(message).payload())
                .filter(payload -> !(payload instanceof UnreadablePayload))
                .filter(History::isWithinLimits)
                .isPresent();
    }

    private static boolean isWithinLimits(Object payload) {
        try {
            Bounds.require(payload);
            return true;
        } catch (RuleViolation beyond) {
            return false;
        }
    }

    private Optional<TrackedEventMessage<?>> at(long position) throws InterruptedException {
        try (BlockingStream<TrackedEventMessage<?>> events = after(position - 1)) {
            return events.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    ? Optional.of(events.nextAvailable())
                    : Optional.empty();
        }
    }

    /**
     * An event that is left out of what is folded.
     *
     * @param confirmation the position of the event that says so
     * @param recordedAt when that one was recorded, to the millisecond
     */
    public record Annulled(long position, long confirmation, Instant recordedAt) {}

    /** All that are annulled by now, in the order of their confirmations: few, in a stream of their own. */
    public List<Annulled> annulled() {
        List<Annulled> all = new ArrayList<>();
        long after = -1;
        Iterator<? extends DomainEventMessage<?>> register =
                events.readEvents(AnnulmentEvent.REGISTER, 0).asStream().iterator();
        while (register.hasNext()) {
            DomainEventMessage<?> message = register.next();
            if (RecordedEvents.of(message, 0).payload() instanceof AnnulmentConfirmed confirmed) {
                after = placeOf(message, after);
                all.add(new Annulled(
                        confirmed.position(), after, message.getTimestamp().truncatedTo(ChronoUnit.MILLIS)));
            }
        }
        return all;
    }

    /** Positions of those whose confirmations stand up to a position, each with that of its confirmation. */
    public Map<Long, Long> annulledUpTo(long position) {
        Map<Long, Long> annulled = new TreeMap<>();
        annulled().stream()
                .filter(it -> it.confirmation() <= position)
                .forEach(it -> annulled.put(it.position(), it.confirmation()));
        return annulled;
    }

    private long placeOf(DomainEventMessage<?> message, long after) {
        try {
            OptionalLong told = RecordedEvents.toldPositionOf(message);
            return told.isPresent() ? told.getAsLong() : places.of(message, after);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking for an event", e);
        }
    }

    /** Events once more, for documents that are folded anew. */
    public Replay replay() {
        return (after, to, reader) -> {
            try (HistoryReader events = new HistoryReader(this, after)) {
                while (events.position() < to) {
                    reader.accept(events.next(to, CHUNK));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while reading events again", e);
            }
        };
    }

    /** The events after a position (-1 for the first event on), and those to come. The caller closes the stream. */
    public BlockingStream<TrackedEventMessage<?>> after(long position) {
        return events.openStream(position < 0 ? null : new GlobalSequenceTrackingToken(position));
    }
}
