package io.jiayou.imports;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Where an event store's history stands. */
public final class Positions {

    private Positions() {}

    /** The position of the newest event; -1 if there is none. */
    public static long head(EventStore events) {
        TrackingToken head = events.createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }
}
