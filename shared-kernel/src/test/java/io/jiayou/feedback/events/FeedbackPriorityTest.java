package io.jiayou.feedback.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.values.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeedbackPriorityTest {

    private static final Money HUNDRED = new Money(10_000, "CNY");
    private static final OrderEvidence PAID_WITHOUT_FUEL = new OrderEvidence(HUNDRED, 0, null, false);
    private static final OrderEvidence SERVED = new OrderEvidence(HUNDRED, 12_000, null, false);
    private static final OrderEvidence REFUND_DUE = new OrderEvidence(HUNDRED, 12_000, new Money(5, "CNY"), false);
    private static final OrderEvidence UNPAID = new OrderEvidence(null, 0, null, false);

    @ParameterizedTest
    @EnumSource(FeedbackCategory.class)
    void putsAPaidOrderWithoutFuelFirstWhateverItIsCalled(FeedbackCategory category) {
        assertThat(FeedbackPriority.of(category, 5, PAID_WITHOUT_FUEL)).isEqualTo(FeedbackPriority.PAID_WITHOUT_FUEL);
    }

    @ParameterizedTest
    @EnumSource(FeedbackCategory.class)
    void putsMoneyThatIsDueBackSecond(FeedbackCategory category) {
        assertThat(FeedbackPriority.of(category, null, REFUND_DUE)).isEqualTo(FeedbackPriority.MONEY);
    }

    @Test
    void takesAComplaintAboutMoneyOfAPaidOrderForMoney() {
        assertThat(FeedbackPriority.of(FeedbackCategory.WRONG_AMOUNT, null, SERVED))
                .isEqualTo(FeedbackPriority.MONEY);
    }

    @Test
    void takesAClaimOfBeingChargedWithoutEvidenceForAComplaint() {
        FeedbackCategory claim = FeedbackCategory.CHARGED_WITHOUT_FUEL;

        assertThat(FeedbackPriority.of(claim, 1, null)).isEqualTo(FeedbackPriority.COMPLAINT);
        assertThat(FeedbackPriority.of(claim, 1, UNPAID)).isEqualTo(FeedbackPriority.COMPLAINT);
    }

    @Test
    void takesAPoorRatingAndBadFuelForAComplaint() {
        assertThat(FeedbackPriority.of(FeedbackCategory.APP, 2, null)).isEqualTo(FeedbackPriority.COMPLAINT);
        assertThat(FeedbackPriority.of(FeedbackCategory.FUEL_QUALITY, 5, SERVED))
                .isEqualTo(FeedbackPriority.COMPLAINT);
    }

    @Test
    void leavesTheRestOrdinary() {
        assertThat(FeedbackPriority.of(FeedbackCategory.PRAISE, 5, SERVED)).isEqualTo(FeedbackPriority.ORDINARY);
        assertThat(FeedbackPriority.of(FeedbackCategory.APP, 3, null)).isEqualTo(FeedbackPriority.ORDINARY);
        assertThat(FeedbackPriority.of(FeedbackCategory.SUGGESTION, null, null)).isEqualTo(FeedbackPriority.ORDINARY);
    }

    @Test
    void isDeclaredMostUrgentFirst() {
        assertThat(List.of(FeedbackPriority.values()))
                .containsExactly(
                        FeedbackPriority.PAID_WITHOUT_FUEL,
                        FeedbackPriority.MONEY,
                        FeedbackPriority.COMPLAINT,
                        FeedbackPriority.ORDINARY);
    }
}
