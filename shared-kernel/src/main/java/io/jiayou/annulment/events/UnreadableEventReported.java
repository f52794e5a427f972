package io.jiayou.annulment.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
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
        @Limited(Limit.COUNT) long position,
        @Limited(Limit.NOTE) String eventId,
        @Limited(Limit.NOTE) @Nullable String aggregateId,
        @Limited(Limit.COUNT) long sequence,
        @Limited(Limit.NOTE) String type,
        @Limited(Limit.NOTE) String model,
        @Limited(Limit.NOTE) String error,
        Instant at)
        implements AnnulmentEvent {}
