package io.jiayou.architecture.samples.applied;

import io.jiayou.architecture.InModule;
import org.axonframework.eventsourcing.eventstore.EventStore;

@InModule("command-side")
class Reads {

    boolean hasAny(EventStore events, String id) {
        return events.readEvents(id).hasNext();
    }
}
