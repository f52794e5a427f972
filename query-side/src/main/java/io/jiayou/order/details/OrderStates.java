package io.jiayou.order.details;

import io.jiayou.order.events.CancellationReason;
import io.jiayou.order.events.RefundReason;
import io.jiayou.values.Money;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The states of an order that move on their own: whether it's paid, whether fuel flowed, whether money has to go back;
 * and how it ended.
 *
 * @param completion the sale; none while there is none
 * @param cancellation none unless it was cancelled
 */
public record OrderStates(
        Payment payment,
        Dispense dispense,
        Refund refund,
        @Nullable Completion completion,
        @Nullable Cancellation cancellation) {

    static final OrderStates PLACED = new OrderStates(
            new Payment(PaymentState.AWAITED, null, null, null, null),
            new Dispense(PumpState.LOCKED, null, null, null),
            new Refund(RefundState.NONE, null, List.of()),
            null,
            null);

    /** Whether it's paid. */
    public enum PaymentState {
        AWAITED,
        CONFIRMED
    }

    /** What the pump may do or did. */
    public enum PumpState {
        /** It waits for the payment. */
        LOCKED,
        /** It may deliver. */
        AUTHORISED,
        /** It has delivered. */
        DISPENSED,
        /** It won't deliver for this order. */
        RELEASED
    }

    /** Whether money has to go back. */
    public enum RefundState {
        NONE,
        /** Money has to go back and hasn't yet. */
        DUE
    }

    /**
     * What was paid.
     *
     * @param channel wechat-pay, fuel-card, cash
     * @param transactionId the channel's own id
     */
    public record Payment(
            PaymentState state,
            @Nullable Money amount,
            @Nullable String channel,
            @Nullable String transactionId,
            @Nullable Instant at) {}

    /**
     * What flowed.
     *
     * @param volumeMl what the meter says, millilitres
     * @param total what that costs
     */
    public record Dispense(
            PumpState state,
            @Nullable Long volumeMl,
            @Nullable Money total,
            @Nullable Instant at) {}

    /**
     * What has to go back.
     *
     * @param due what has to go back in all
     * @param reasons one for each time that something became due
     */
    public record Refund(RefundState state, @Nullable Money due, List<RefundReason> reasons) {

        Refund plus(Money amount, RefundReason reason) {
            return new Refund(
                    RefundState.DUE,
                    due == null ? amount : due.plus(amount),
                    Stream.concat(reasons.stream(), Stream.of(reason)).toList());
        }
    }

    /**
     * The sale.
     *
     * @param volumeMl millilitres sold
     * @param total what they cost, without what goes back
     */
    public record Completion(long volumeMl, Money total, Instant at) {}

    /** That it was called off, and why. */
    public record Cancellation(CancellationReason reason, Instant at) {}

    OrderStates with(Payment changed) {
        // A payment that arrives after the cancellation moves no pump.
        boolean authorises = dispense.state == PumpState.LOCKED;
        Dispense next = authorises ? new Dispense(PumpState.AUTHORISED, null, null, null) : dispense;
        return new OrderStates(changed, next, refund, completion, cancellation);
    }

    OrderStates with(Dispense changed) {
        return new OrderStates(payment, changed, refund, completion, cancellation);
    }

    OrderStates with(Refund changed) {
        return new OrderStates(payment, dispense, changed, completion, cancellation);
    }

    OrderStates with(Completion end) {
        return new OrderStates(payment, dispense, refund, end, cancellation);
    }

    OrderStates with(Cancellation end) {
        return new OrderStates(payment, new Dispense(PumpState.RELEASED, null, null, null), refund, completion, end);
    }
}
