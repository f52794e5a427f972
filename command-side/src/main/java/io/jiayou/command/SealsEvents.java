package io.jiayou.command;

import io.jiayou.privacy.PersonalData;
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
 * Seals every event between its decision and the store: in front of the serialiser, because streams hand on the event itself
 * and not only its bytes. The serialiser then refuses what isn't sealed.
 */
@Component
public class SealsEvents implements MessageDispatchInterceptor<EventMessage<?>> {

    private final PersonalData data;

    public SealsEvents(EventStore events, PersonalData data) {
        this.data = data;
        events.registerDispatchInterceptor(this);
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        return (index, event) -> sealed(event);
    }

    private EventMessage<?> sealed(EventMessage<?> event) {
        Object payload = data.sealed(event.getPayload());
        if (payload == event.getPayload()) {
            return event;
        }
        return event instanceof DomainEventMessage<?> of
                ? new GenericDomainEventMessage<>(
                        of.getType(),
                        of.getAggregateIdentifier(),
                        of.getSequenceNumber(),
                        payload,
                        event.getMetaData(),
                        event.getIdentifier(),
                        event.getTimestamp())
                : new GenericEventMessage<>(event.getIdentifier(), payload, event.getMetaData(), event.getTimestamp());
    }
}
