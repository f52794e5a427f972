package io.jiayou.command;

import io.jiayou.metadata.StoredAs;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Single events by their place in the global order. Reads no payload. */
@Component
public class StoredEvents {

    private static final int PATIENCE_SECONDS = 10;
    private static final int REMEMBERED = 1_000;

    private final EventStore events;
    /** Positions never change. */
    private final Map<String, Long> found = Collections.synchronizedMap(new LatestUsed<>(REMEMBERED));

    public StoredEvents(EventStore events) {
        this.events = events;
    }

    /** The event at a position, from 0; none behind the last one. */
    public Optional<EventMessage<?>> at(long position) {
        if (position > head()) {
            return Optional.empty();
        }
        try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(before(position))) {
            return stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    ? Optional.of(stream.nextAvailable())
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** The name under which an event is stored. */
    public String nameOf(EventMessage<?> event) {
        StoredAs stored = event.getPayloadType().getAnnotation(StoredAs.class);
        return stored == null ? "unknown" : stored.value();
    }

    /** Where an event of an aggregate stands; looked for near its time first, and then among all events. */
    long positionOf(EventMessage<?> event) {
        Long known = found.get(event.getIdentifier());
        if (known != null) {
            return known;
        }
        long near = scan(events.createTokenAt(event.getTimestamp()), event.getIdentifier());
        long position = near < 0 ? scan(null, event.getIdentifier()) : near;
        found.put(event.getIdentifier(), position);
        return position;
    }

    private long scan(@Nullable TrackingToken from, String id) {
        long head = head();
        try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(from)) {
            for (long position = -1; position < head; ) {
                if (!stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    return -1;
                }
                TrackedEventMessage<?> event = stream.nextAvailable();
                position = event.trackingToken().position().orElse(-1);
                if (event.getIdentifier().equals(id)) {
                    return position;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return -1;
    }

    private long head() {
        TrackingToken head = events.createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }

    private static @Nullable TrackingToken before(long position) {
        return position == 0 ? null : new GlobalSequenceTrackingToken(position - 1);
    }
}
