package io.jiayou.feedback.events;

import org.jspecify.annotations.Nullable;

/** How urgent feedback is, most urgent first. It follows from evidence, not from how loud the text is. */
public enum FeedbackPriority {
    /** The order was paid and no fuel came. */
    PAID_WITHOUT_FUEL,
    /** Money is due back, or the complaint is about money of an order that exists. */
    MONEY,
    /** A poor rating, or a complaint without evidence about money or fuel quality. */
    COMPLAINT,
    /** The rest. */
    ORDINARY;

    private static final int POOR_RATING = 2;

    /**
     * @param rating 1 to 5
     * @param evidence the order's state; none where the feedback is about no order
     */
    public static FeedbackPriority of(
            FeedbackCategory category, @Nullable Integer rating, @Nullable OrderEvidence evidence) {
        if (evidence != null && evidence.paidWithoutFuel()) {
            return PAID_WITHOUT_FUEL;
        }
        boolean aboutMoney =
                switch (category) {
                    case CHARGED_WITHOUT_FUEL, WRONG_AMOUNT, REFUND -> true;
                    default -> false;
                };
        if (evidence != null && (evidence.refundDue() != null || aboutMoney && evidence.paid() != null)) {
            return MONEY;
        }
        boolean poor = rating != null && rating <= POOR_RATING;
        return poor || aboutMoney || category == FeedbackCategory.FUEL_QUALITY ? COMPLAINT : ORDINARY;
    }
}
