package io.jiayou.annulment.reportunreadableevent;

import static io.jiayou.command.Scenario.given;

import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.annulment.events.UnreadableEventReported;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReportUnreadableTest {

    private static final Instant AT = Instant.parse("2026-11-29T03:00:00Z");

    private static ReportUnreadable report(long position, String model) {
        return new ReportUnreadable(
                AnnulmentEvent.REGISTER,
                position,
                "e1",
                "order-1",
                3,
                "order.completed",
                model,
                "ArithmeticException",
                AT);
    }

    private static UnreadableEventReported reported(long position, String model) {
        return new UnreadableEventReported(
                position, "e1", "order-1", 3, "order.completed", model, "ArithmeticException", AT);
    }

    @Test
    void recordsWhatCouldNotBeTaken() {
        given().when(report(7, "order-details")).then(reported(7, "order-details"));
    }

    @Test
    void recordsEachModelOnce() {
        given(reported(7, "order-details")).when(report(7, "order-details")).then();
        given(reported(7, "order-details")).when(report(7, "sales")).then(reported(7, "sales"));
    }

    @Test
    void remembersAllModelsOfAPosition() {
        given(reported(7, "order-details"), reported(7, "sales"))
                .when(report(7, "order-details"))
                .then();
        given(reported(7, "order-details"), reported(7, "sales"))
                .when(report(7, "sales"))
                .then();
    }

    @Test
    void recordsEachPosition() {
        given(reported(7, "order-details")).when(report(8, "order-details")).then(reported(8, "order-details"));
    }
}
