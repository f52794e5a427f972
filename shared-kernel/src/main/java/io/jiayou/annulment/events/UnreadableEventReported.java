package io.jiayou.annulment.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fold or an aggregate couldn't take an event.
 *
 * @param eventId the event's identifier
 * @param aggregateId whose event it is; none for one of no aggregate
 * @param sequence its place among the events of its aggregate, from 0
 * @param type its stored name
 * @param model the read model that stopped, or {@code aggregate}
 * @param error the class of what went wrong
 */
@StoredAs("annulment.unreadable-event-reported")
public record UnreadableEventReported(
        long position,
        String eventId,
        @Nullable String aggregateId,
        long sequence,
        String type,
        String model,
        String error,
        Instant at)
        implements AnnulmentEvent {}
