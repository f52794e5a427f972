package io.jiayou.annulment.reportunreadableevent;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Record that an event couldn't be taken; the same model's second report records nothing. */
public record ReportUnreadable(
        @TargetAggregateIdentifier String register,
        long position,
        String eventId,
        @Nullable String aggregateId,
        long sequence,
        String type,
        String model,
        String error,
        Instant at) {}
