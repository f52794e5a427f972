package io.jiayou.order.confirmpayment;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.order.SomeOrder.AT;
import static io.jiayou.order.SomeOrder.ID;
import static io.jiayou.order.SomeOrder.PAYABLE;
import static io.jiayou.order.SomeOrder.cancelled;
import static io.jiayou.order.SomeOrder.completed;
import static io.jiayou.order.SomeOrder.dispensed;
import static io.jiayou.order.SomeOrder.paid;
import static io.jiayou.order.SomeOrder.placed;
import static io.jiayou.order.SomeOrder.refund;
import static io.jiayou.order.SomeOrder.yuan;

import io.jiayou.order.events.CancellationReason;
import io.jiayou.order.events.RefundReason;
import io.jiayou.rules.Rule;
import io.jiayou.values.Money;
import org.junit.jupiter.api.Test;

class ConfirmPaymentTest {

    @Test
    void recordsThePayment() {
        given(placed()).when(confirm()).then(paid());
    }

    @Test
    void takesTheSameConfirmationTwiceForOne() {
        given(placed(), paid())
                .when(new ConfirmPayment(ID, PAYABLE, "wechat-pay", "transaction-1", AT.plusSeconds(15)))
                .thenNothing();
    }

    @Test
    void takesAConfirmationThatComesAgainAfterTheSaleForOne() {
        given(placed(), paid(), dispensed(25_340, "199.93"), completed(25_340, "199.93"))
                .when(confirm())
                .thenNothing();
    }

    @Test
    void recordsAPaymentAfterTheCancellationAndOwesItBack() {
        given(placed(), cancelled(CancellationReason.BY_DRIVER))
                .when(confirm())
                .then(paid(), refund("200.00", RefundReason.PAID_AFTER_CANCELLATION));
    }

    @Test
    void owesAPaymentAfterTheCancellationBackOnlyOnce() {
        given(
                        placed(),
                        cancelled(CancellationReason.BY_DRIVER),
                        paid(),
                        refund("200.00", RefundReason.PAID_AFTER_CANCELLATION))
                .when(confirm())
                .thenNothing();
    }

    @Test
    void refusesASecondPaymentOfTheSameOrder() {
        given(placed(), paid())
                .when(new ConfirmPayment(ID, PAYABLE, "wechat-pay", "transaction-2", AT))
                .thenRefused(Rule.ORDER_ALREADY_PAID);
    }

    @Test
    void refusesTheSameTransactionOfAnotherChannel() {
        given(placed(), paid())
                .when(new ConfirmPayment(ID, PAYABLE, "cash", "transaction-1", AT))
                .thenRefused(Rule.ORDER_ALREADY_PAID);
    }

    @Test
    void refusesTheSameTransactionOfAnotherAmount() {
        given(placed(), paid()).when(confirm(yuan("199.99"))).thenRefused(Rule.ORDER_ALREADY_PAID);
    }

    @Test
    void refusesOneFenTooLittle() {
        given(placed()).when(confirm(yuan("199.99"))).thenRefused(Rule.PAYMENT_AMOUNT_DIFFERS);
    }

    @Test
    void refusesOneFenTooMuch() {
        given(placed()).when(confirm(yuan("200.01"))).thenRefused(Rule.PAYMENT_AMOUNT_DIFFERS);
    }

    @Test
    void refusesTheAmountInAnotherCurrency() {
        given(placed()).when(confirm(new Money(20_000, "EUR"))).thenRefused(Rule.PAYMENT_AMOUNT_DIFFERS);
    }

    @Test
    void refusesAnOrderThatNobodyPlaced() {
        given().when(confirm()).thenRefused(Rule.ORDER_UNKNOWN);
    }

    private static ConfirmPayment confirm() {
        return confirm(PAYABLE);
    }

    private static ConfirmPayment confirm(Money amount) {
        return new ConfirmPayment(ID, amount, "wechat-pay", "transaction-1", AT);
    }
}
