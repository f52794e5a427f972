package io.jiayou.annulment.requestannulment;

import static io.jiayou.command.Scenario.given;

import io.jiayou.annulment.events.AnnulmentConfirmed;
import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.annulment.events.AnnulmentRequested;
import io.jiayou.annulment.events.UnreadableEventReported;
import io.jiayou.rules.Rule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestAnnulmentTest {

    private static final Instant AT = Instant.parse("2026-11-29T03:00:00Z");
    private static final UnreadableEventReported REPORTED =
            new UnreadableEventReported(7, "e1", "order-1", 3, "order.completed", "order-details", "X", AT);

    private static RequestAnnulment request(long position, String reason, String by) {
        return new RequestAnnulment(AnnulmentEvent.REGISTER, position, reason, by, AT);
    }

    private static AnnulmentRequested requested(String reason, String by) {
        return new AnnulmentRequested(7, reason, by, AT);
    }

    @Test
    void asksForAnEventAtWhichSomethingStopped() {
        given(REPORTED).when(request(7, "a slip", "ann")).then(requested("a slip", "ann"));
    }

    @Test
    void refusesAnEventAtWhichNothingStopped() {
        given(REPORTED).when(request(6, "a slip", "ann")).thenRefused(Rule.NOTHING_STOPPED_THERE);
        given().when(request(7, "a slip", "ann")).thenRefused(Rule.NOTHING_STOPPED_THERE);
    }

    @Test
    void asksTheSameOnce() {
        given(REPORTED, requested("a slip", "ann"))
                .when(request(7, "a slip", "ann"))
                .then();
    }

    @Test
    void aBetterReasonTakesThePlaceOfTheFirst() {
        given(REPORTED, requested("a slip", "ann"))
                .when(request(7, "ticket 17", "ben"))
                .then(requested("ticket 17", "ben"));
    }

    @Test
    void anotherPersonOrAnotherReasonIsAnotherRequest() {
        given(REPORTED, requested("a slip", "ann"))
                .when(request(7, "a slip", "ben"))
                .then(requested("a slip", "ben"));
        given(REPORTED, requested("a slip", "ann"))
                .when(request(7, "ticket 17", "ann"))
                .then(requested("ticket 17", "ann"));
    }

    /** Or else one event could take back what two people decided. */
    @Test
    void refusesWhatWasDecidedAboutAnnulments() {
        given(new UnreadableEventReported(
                        7, "e1", AnnulmentEvent.REGISTER, 3, "annulment.confirmed", "order-details", "X", AT))
                .when(request(7, "a slip", "ann"))
                .thenRefused(Rule.NOTHING_STOPPED_THERE);
    }

    @Test
    void refusesWhatIsAnnulled() {
        given(REPORTED, requested("a slip", "ann"), new AnnulmentConfirmed(7, "e1", "order-1", 3, "eve", AT))
                .when(request(7, "again", "ann"))
                .thenRefused(Rule.ANNULMENT_ALREADY_CONFIRMED);
    }
}
