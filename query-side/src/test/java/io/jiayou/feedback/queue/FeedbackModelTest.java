package io.jiayou.feedback.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.feedback.events.FeedbackCategory;
import io.jiayou.feedback.events.FeedbackChannel;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackPriority;
import io.jiayou.feedback.events.FeedbackReopened;
import io.jiayou.feedback.events.FeedbackResolved;
import io.jiayou.feedback.events.OrderEvidence;
import io.jiayou.feedback.queue.FeedbackDetails.Reply;
import io.jiayou.testing.Recorded;
import io.jiayou.timeline.Step;
import io.jiayou.values.Money;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedbackModelTest {

    private static final Instant AT = Instant.parse("2026-02-03T04:05:06Z");
    private static final OrderEvidence NO_FUEL = new OrderEvidence(new Money(20_000, "CNY"), 0, null, false);
    private static final FeedbackFiled FILED = new FeedbackFiled(
            "f1",
            "d1",
            "o1",
            FeedbackCategory.CHARGED_WITHOUT_FUEL,
            "I paid and nothing came",
            1,
            FeedbackChannel.MINI_PROGRAM,
            NO_FUEL,
            FeedbackPriority.PAID_WITHOUT_FUEL,
            AT);
    private static final FeedbackAnswered ANSWERED =
            new FeedbackAnswered("f1", null, "We look into it", null, AT.plusSeconds(60));
    private static final FeedbackResolved RESOLVED =
            new FeedbackResolved("f1", null, "Refunded", null, AT.plusSeconds(120));
    private static final FeedbackReopened REOPENED =
            new FeedbackReopened("f1", null, "No refund came", AT.plusSeconds(180));

    private final FeedbackModel model = new FeedbackModel();

    private FeedbackDetails after(Object... events) {
        return Recorded.events(events).view(model, "f1");
    }

    @Test
    void isOpenWithItsEvidenceOnceFiled() {
        FeedbackDetails feedback = after(FILED);

        assertThat(feedback.handling().status()).isEqualTo(FeedbackStatus.OPEN);
        assertThat(feedback.evidence()).isEqualTo(NO_FUEL);
        assertThat(feedback.priority()).isEqualTo(FeedbackPriority.PAID_WITHOUT_FUEL);
        assertThat(feedback.filedAt()).isEqualTo(AT);
    }

    @Test
    void sortsMoreUrgentOnesBeforeOthers() {
        FeedbackFiled praise = new FeedbackFiled(
                "f1",
                null,
                null,
                FeedbackCategory.PRAISE,
                "Nice",
                null,
                FeedbackChannel.EMAIL,
                null,
                FeedbackPriority.ORDINARY,
                AT);

        assertThat(after(FILED).urgency()).isLessThan(after(praise).urgency());
    }

    /** Mail may come from anybody. */
    @Test
    void isReadWithTheDriversKeyOrWithOneOfItsOwn() {
        FeedbackFiled fromNobodyKnown = new FeedbackFiled(
                "f1",
                null,
                null,
                FeedbackCategory.PRAISE,
                "Nice",
                null,
                FeedbackChannel.EMAIL,
                null,
                FeedbackPriority.ORDINARY,
                AT);

        assertThat(after(FILED).person()).isEqualTo("d1");
        assertThat(after(fromNobodyKnown).person()).isEqualTo("f1");
    }

    @Test
    void isAnsweredAfterAReply() {
        FeedbackDetails feedback = after(FILED, ANSWERED);

        assertThat(feedback.handling().status()).isEqualTo(FeedbackStatus.ANSWERED);
        assertThat(feedback.handling().replies()).containsExactly(new Reply("We look into it", AT.plusSeconds(60)));
    }

    @Test
    void isResolvedWithAnOutcomeAndStaysSoAfterAnotherReply() {
        assertThat(after(FILED, RESOLVED).handling().status()).isEqualTo(FeedbackStatus.RESOLVED);

        FeedbackDetails feedback = after(FILED, RESOLVED, ANSWERED);
        assertThat(feedback.handling().status()).isEqualTo(FeedbackStatus.RESOLVED);
        assertThat(feedback.handling().outcome()).isEqualTo("Refunded");
        assertThat(feedback.handling().replies()).hasSize(1);
    }

    @Test
    void comesBackWithAReasonAndKeepsItsAge() {
        FeedbackDetails feedback = after(FILED, RESOLVED, REOPENED);

        assertThat(feedback.handling().status()).isEqualTo(FeedbackStatus.REOPENED);
        assertThat(feedback.handling().reopenedBecause()).isEqualTo("No refund came");
        assertThat(feedback.filedAt()).isEqualTo(AT);
    }

    @Test
    void hasEveryEventOnItsTimeline() {
        assertThat(after(FILED, ANSWERED, RESOLVED, REOPENED).timeline())
                .extracting(Step::event)
                .containsExactly("feedback.filed", "feedback.answered", "feedback.resolved", "feedback.reopened");
    }

    @Test
    void countsAllButResolvedAsUnresolved() {
        assertThat(FeedbackStatus.unresolved())
                .containsExactly(FeedbackStatus.OPEN, FeedbackStatus.ANSWERED, FeedbackStatus.REOPENED);
    }

    @Test
    void isFoundByItsPlaceInTheQueueAndByWhomAndWhatItIsAbout() {
        assertThat(new FeedbackModel().indexes())
                .containsExactlyInAnyOrder("handling.status,urgency,filedAt", "driverId", "orderId");
    }
}
