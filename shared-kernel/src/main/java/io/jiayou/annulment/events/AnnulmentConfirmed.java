package io.jiayou.annulment.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An auditor, who isn't the person that asked, agrees: whoever folds events leaves this one out, as soon as this is among
 * what is folded. The log keeps it.
 *
 * @param eventId the identifier of the event that is left out
 * @param aggregateId whose event it is; none for one of no aggregate
 * @param sequence its place among the events of its aggregate, from 0
 * @param by the account that agrees
 */
@StoredAs("annulment.confirmed")
public record AnnulmentConfirmed(
        @Limited(Limit.COUNT) long position,
        @Limited(Limit.NOTE) String eventId,
        @Limited(Limit.NOTE) @Nullable String aggregateId,
        @Limited(Limit.COUNT) long sequence,
        @Limited(Limit.ACTOR) String by,
        Instant at)
        implements AnnulmentEvent {}
