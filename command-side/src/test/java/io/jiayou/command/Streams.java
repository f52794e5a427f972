package io.jiayou.command;

import io.jiayou.driver.events.DriverEvent;
import io.jiayou.driver.events.IdentifierEvent;
import io.jiayou.feedback.events.FeedbackEvent;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.retention.events.RetentionEvent;
import io.jiayou.station.events.StationEvent;

/** Which aggregate an event belongs to. */
final class Streams {

    private Streams() {}

    static String idOf(Object event) {
        return switch (event) {
            case DriverEvent it -> it.driverId();
            case IdentifierEvent it -> it.claimId();
            case StationEvent it -> it.stationId();
            case OrderEvent it -> it.orderId();
            case FeedbackEvent it -> it.feedbackId();
            case RetentionEvent it -> it.archiveId();
            default -> throw new IllegalArgumentException(event + " is no event");
        };
    }

    static String typeOf(Object event) {
        return switch (event) {
            case DriverEvent ignored -> "Driver";
            case IdentifierEvent ignored -> "Identifier";
            case StationEvent ignored -> "Station";
            case OrderEvent ignored -> "Order";
            case FeedbackEvent ignored -> "Feedback";
            case RetentionEvent ignored -> "Archive";
            default -> throw new IllegalArgumentException(event + " is no event");
        };
    }
}
