package io.jiayou.command;

import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import io.jiayou.values.Limit;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.springframework.stereotype.Component;

/**
 * Records nothing at a time that no event may have: a machine whose clock shows 1970 would date the history for ever. No
 * client can help that, so it's told to come again.
 *
 * <p>An event is recorded now, but for a generated history in an empty store: that is recorded as it was lived.
 */
@Component
public class RecordedTimes implements MessageDispatchInterceptor<EventMessage<?>> {

    private static final ScopedValue<Instant> LIVED = ScopedValue.newInstance();

    /**
     * Lets a piece of generated history be recorded at the moment when it happened. Whoever calls this has to see to it that
     * nothing was recorded at a later moment: "as of" is about the longest beginning that was recorded by then.
     */
    public static void livedAt(Instant moment, Runnable work) {
        ScopedValue.where(LIVED, moment).run(work);
    }

    public RecordedTimes(EventStore events) {
        events.registerDispatchInterceptor(this);
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        return (index, given) -> {
            EventMessage<?> event = LIVED.isBound() ? at(LIVED.get(), given) : given;
            if (!Limit.TIME.allows(event.getTimestamp())) {
                throw new ProblemException(Problem.UNAVAILABLE, null, "this machine's clock is wrong");
            }
            return event;
        };
    }

    private static EventMessage<?> at(Instant moment, EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> of
                ? new GenericDomainEventMessage<>(
                        of.getType(), of.getAggregateIdentifier(), of.getSequenceNumber(), of, moment)
                : new GenericEventMessage<>(event, () -> moment);
    }
}
