package io.jiayou.metadata;

import java.time.Clock;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.GenericEventMessage;

/**
 * The clock that dates events. Event stores keep milliseconds and Axon counts nanoseconds: without this an event would
 * carry one time in the process that published it and another for everybody who reads it.
 */
public final class EventClock {

    private EventClock() {}

    /** Dates all events of this process in whole milliseconds from now on. */
    public static void useMilliseconds() {
        GenericEventMessage.clock = Clock.tickMillis(ZoneOffset.UTC);
    }
}
