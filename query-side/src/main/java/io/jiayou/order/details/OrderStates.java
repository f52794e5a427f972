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
 * @param payment whether it's paid, what and how
 * @param dispense whether fuel flowed, and how much
 * @param refund whether money has to go back, and how much
 * @param completion the sale; none while there is none
 * @param cancellation that it was called off, and why; none unless it was
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
        /** It isn't paid. */
        AWAITED,
        /** It's paid. */
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
        /** Nothing has to go back. */
        NONE,
        /** Money has to go back and hasn't yet. */
        DUE
    }

    /**
     * What was paid.
     *
     * @param state whether it's paid
     * @param amount what was paid; absent before
     * @param channel wechat-pay, fuel-card, cash
     * @param transactionId the channel's own id
     * @param at when it was paid
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
     * @param state what the pump may do or did
     * @param volumeMl what the meter says, millilitres; absent before
     * @param total what that costs
     * @param at when the pump delivered it
     */
    public record Dispense(
            PumpState state,
            @Nullable Long volumeMl,
            @Nullable Money total,
            @Nullable Instant at) {}

    /**
     * What has to go back.
     *
     * @param state whether money has to go back
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
     * @param volumeMl millilitres dispensed
     * @param total what they cost, without what goes back
     * @param at when the order was completed
     */
    public record Completion(long volumeMl, Money total, Instant at) {}

    /**
     * That an order was called off, and why.
     *
     * @param reason why it was called off
     * @param at when it was called off
     */
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
