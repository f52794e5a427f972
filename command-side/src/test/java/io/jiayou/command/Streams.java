package io.jiayou.command;

import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.driver.events.IdentifierEvent;
import io.jiayou.feedback.events.FeedbackEvent;
import io.jiayou.identity.events.IdentityEvent;
import io.jiayou.order.events.OrderEvent;
import io.jiayou.retention.events.RetentionEvent;
import io.jiayou.security.events.SecurityEvent;
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
            case IdentityEvent it -> it.subject();
            case SecurityEvent it -> it.subject();
            case AnnulmentEvent ignored -> AnnulmentEvent.REGISTER;
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
            case IdentityEvent ignored -> "Identity";
            case SecurityEvent ignored -> "Security";
            case AnnulmentEvent ignored -> "Annulments";
            default -> throw new IllegalArgumentException(event + " is no event");
        };
    }
}
