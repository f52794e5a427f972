package io.jiayou.feedback.events;

import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import io.jiayou.values.Money;
import org.jspecify.annotations.Nullable;

/**
 * The order as its own history showed it when the feedback was filed.
 *
 * @param paid what was paid; none if nothing was
 * @param dispensedMl millilitres delivered, 0 if none
 * @param refundDue what still has to go back; none if nothing has
 * @param cancelled whether the order was cancelled
 */
public record OrderEvidence(
        @Nullable Money paid,
        @Limited(Limit.KNOWN_VOLUME) long dispensedMl,
        @Nullable Money refundDue,
        boolean cancelled) {

    /** Money was taken and no fuel given. */
    public boolean paidWithoutFuel() {
        return paid != null && dispensedMl == 0;
    }
}
