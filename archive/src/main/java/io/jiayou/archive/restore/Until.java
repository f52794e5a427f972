package io.jiayou.archive.restore;

import io.jiayou.audit.EventRecord;
import java.time.Instant;

/** Up to where events are restored. */
public sealed interface Until {

    /** Everything there is. */
    record Everything() implements Until {}

    /** The events before this position: so many. */
    record Position(long events) implements Until {

        public Position {
            if (events < 0) {
                throw new IllegalArgumentException("a position is 0 or more");
            }
        }
    }

    /** The events before the first one that was recorded after this moment. */
    record Moment(Instant time) implements Until {}

    /** Whether the event at this position isn't restored any more, and so none after it. */
    default boolean endsBefore(long position, EventRecord event) {
        return switch (this) {
            case Everything all -> false;
            case Position end -> position >= end.events();
            case Moment moment -> event.time().isAfter(moment.time());
        };
    }
}
