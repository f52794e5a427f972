package io.jiayou.command;

import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import io.jiayou.values.Limit;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.springframework.stereotype.Component;

/**
 * Records nothing at a time that no event may have: a machine whose clock shows 1970 would date the history for ever. No
 * client can help that, so it's told to come again.
 */
@Component
public class RecordedTimes implements MessageDispatchInterceptor<EventMessage<?>> {

    public RecordedTimes(EventStore events) {
        events.registerDispatchInterceptor(this);
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        return (index, event) -> {
            if (!Limit.TIME.allows(event.getTimestamp())) {
                throw new ProblemException(Problem.UNAVAILABLE, null, "this machine's clock is wrong");
            }
            return event;
        };
    }
}
