package io.jiayou.architecture.samples.applied;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

@Breaks
@InModule("command-side")
class Publishes {

    void handle(EventStore events, EventMessage<?> event) {
        events.publish(event);
    }
}
