package io.jiayou.annulment.confirmannulment;

import static io.jiayou.command.Scenario.given;

import io.jiayou.annulment.events.AnnulmentConfirmed;
import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.annulment.events.AnnulmentRequested;
import io.jiayou.annulment.events.UnreadableEventReported;
import io.jiayou.rules.Rule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConfirmAnnulmentTest {

    private static final Instant AT = Instant.parse("2026-11-29T03:00:00Z");
    private static final UnreadableEventReported REPORTED =
            new UnreadableEventReported(7, "e1", "order-1", 3, "order.completed", "order-details", "X", AT);
    private static final AnnulmentRequested REQUESTED = new AnnulmentRequested(7, "a slip", "ann", AT);

    private static ConfirmAnnulment confirm(long position, String by) {
        return new ConfirmAnnulment(AnnulmentEvent.REGISTER, position, by, AT);
    }

    private static AnnulmentConfirmed confirmed(String by) {
        return new AnnulmentConfirmed(7, "e1", "order-1", 3, by, AT);
    }

    @Test
    void anotherPersonAgrees() {
        given(REPORTED, REQUESTED).when(confirm(7, "eve")).then(confirmed("eve"));
    }

    @Test
    void refusesWhoeverAsked() {
        given(REPORTED, REQUESTED).when(confirm(7, "ann")).thenRefused(Rule.ANNULMENT_NEEDS_TWO);
    }

    @Test
    void refusesWhatNobodyAskedFor() {
        given(REPORTED).when(confirm(7, "eve")).thenRefused(Rule.ANNULMENT_UNKNOWN);
        given(REPORTED, REQUESTED).when(confirm(8, "eve")).thenRefused(Rule.ANNULMENT_UNKNOWN);
    }

    @Test
    void agreesOnce() {
        given(REPORTED, REQUESTED, confirmed("eve")).when(confirm(7, "eve")).then();
    }

    @Test
    void whoAskedLastDoesNotConfirm() {
        given(REPORTED, REQUESTED, new AnnulmentRequested(7, "ticket 17", "eve", AT))
                .when(confirm(7, "eve"))
                .thenRefused(Rule.ANNULMENT_NEEDS_TWO);
    }
}
