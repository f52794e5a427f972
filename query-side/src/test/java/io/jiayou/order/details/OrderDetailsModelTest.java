package io.jiayou.order.details;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.order.details.OrderStates.Cancellation;
import io.jiayou.order.details.OrderStates.Completion;
import io.jiayou.order.details.OrderStates.PaymentState;
import io.jiayou.order.details.OrderStates.PumpState;
import io.jiayou.order.details.OrderStates.RefundState;
import io.jiayou.order.events.CancellationReason;
import io.jiayou.order.events.FuelDispensed;
import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderCancelled;
import io.jiayou.order.events.OrderCompleted;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.PaymentConfirmed;
import io.jiayou.order.events.Preset;
import io.jiayou.order.events.RefundReason;
import io.jiayou.order.events.RefundRequired;
import io.jiayou.testing.Recorded;
import io.jiayou.timeline.Step;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OrderDetailsModelTest {

    private static final Instant AT = Instant.parse("2026-02-03T23:59:59.999Z");
    private static final LockedPrice PRICE =
            new LockedPrice(new UnitPrice(8_000, "CNY"), Instant.parse("2026-02-01T16:00:00Z"), false);
    private static final OrderPlaced PLACED =
            new OrderPlaced("o1", "d1", "s1", 3, "92#", Preset.byAmount(20_000), PRICE, yuan(200), "沪A12345", AT);
    private static final PaymentConfirmed PAID =
            new PaymentConfirmed("o1", yuan(200), "wechat-pay", "tx-1", AT.plusSeconds(10));
    private static final FuelDispensed FULL = new FuelDispensed("o1", 25_000, yuan(200), AT.plusSeconds(100));
    private static final FuelDispensed LESS = new FuelDispensed("o1", 20_000, yuan(160), AT.plusSeconds(100));
    private static final RefundRequired DIFFERENCE =
            new RefundRequired("o1", yuan(40), RefundReason.DIFFERENCE, AT.plusSeconds(100));
    private static final OrderCancelled CANCELLED =
            new OrderCancelled("o1", CancellationReason.BY_DRIVER, AT.plusSeconds(50));

    private final OrderDetailsModel model = new OrderDetailsModel();

    private static Money yuan(long yuan) {
        return new Money(yuan * 100, "CNY");
    }

    private OrderDetails after(Object... events) {
        return Recorded.events(events).view(model, "o1");
    }

    @Test
    void beginsWithWhatWasOrderedAndTheLockedPrice() {
        OrderDetails order = after(PLACED);

        assertThat(order.status()).isEqualTo(OrderStatus.PAYMENT_PENDING);
        assertThat(order.price()).isEqualTo(PRICE);
        assertThat(order.payable()).isEqualTo(yuan(200));
        assertThat(order.preset()).isEqualTo(Preset.byAmount(20_000));
        assertThat(order.plate()).isEqualTo("沪A12345");
        assertThat(order.placedAt()).isEqualTo(AT);
        assertThat(order.stationDay()).isEqualTo("2026-02-03/s1");
    }

    @Test
    void isReadWithTheKeyOfTheDriverWhoseItIs() {
        assertThat(after(PLACED).person()).isEqualTo("d1");
    }

    /** As imports have it: a total and a volume, and no price that ever held. */
    @Test
    void mayBeBoundToAPriceThatNeverHeld() {
        LockedPrice derived = new LockedPrice(new UnitPrice(8_000, "CNY"), null, true);

        assertThat(after(new OrderPlaced(
                                "o1", "d1", "s1", 3, "92#", Preset.byAmount(20_000), derived, yuan(200), null, AT))
                        .price())
                .isEqualTo(derived);
    }

    @Test
    void isPaidOnceThePaymentIsConfirmed() {
        OrderDetails order = after(PLACED, PAID);

        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.states().payment().amount()).isEqualTo(yuan(200));
        assertThat(order.states().payment().transactionId()).isEqualTo("tx-1");
        assertThat(order.states().dispense().state()).isEqualTo(PumpState.AUTHORISED);
    }

    @Test
    void isDispensedOnceFuelFlowed() {
        OrderDetails order = after(PLACED, PAID, FULL);

        assertThat(order.status()).isEqualTo(OrderStatus.DISPENSED);
        assertThat(order.states().dispense().volumeMl()).isEqualTo(25_000);
        assertThat(order.states().refund().state()).isEqualTo(RefundState.NONE);
    }

    @Test
    void refundsTheDifferenceWhenLessFlowedThanWasPaid() {
        OrderDetails order = after(PLACED, PAID, LESS, DIFFERENCE);

        assertThat(order.status()).isEqualTo(OrderStatus.REFUNDING_DIFFERENCE);
        assertThat(order.states().refund().due()).isEqualTo(yuan(40));
        assertThat(order.states().refund().reasons()).containsExactly(RefundReason.DIFFERENCE);
    }

    @Test
    void isCompletedWithItsSaleWhileTheRefundGoesItsOwnWay() {
        OrderCompleted sale = new OrderCompleted("o1", "d1", "s1", 3, "92#", 20_000, yuan(160), AT.plusSeconds(200));

        OrderDetails order = after(PLACED, PAID, LESS, DIFFERENCE, sale);

        assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(order.states().completion()).isEqualTo(new Completion(20_000, yuan(160), AT.plusSeconds(200)));
        assertThat(order.states().refund().state()).isEqualTo(RefundState.DUE);
        assertThat(order.states().dispense().state()).isEqualTo(PumpState.DISPENSED);
    }

    @Test
    void tellsThatFuelFlowedBeforeThePayment() {
        OrderDetails order = after(PLACED, FULL);

        assertThat(order.status()).isEqualTo(OrderStatus.DISPENSED);
        assertThat(order.states().payment().state()).isEqualTo(PaymentState.AWAITED);
        assertThat(after(PLACED, FULL, PAID).states().dispense().state()).isEqualTo(PumpState.DISPENSED);
    }

    @Nested
    class Cancelled {

        @Test
        void saysWhyAndReleasesThePump() {
            OrderDetails order = after(PLACED, CANCELLED);

            assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
            assertThat(order.states().cancellation())
                    .isEqualTo(new Cancellation(CancellationReason.BY_DRIVER, AT.plusSeconds(50)));
            assertThat(order.states().dispense().state()).isEqualTo(PumpState.RELEASED);
            assertThat(order.states().refund().state()).isEqualTo(RefundState.NONE);
        }

        @Test
        void owesWhatWasPaid() {
            OrderDetails order =
                    after(PLACED, PAID, CANCELLED, new RefundRequired("o1", yuan(200), RefundReason.CANCELLED, AT));

            assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
            assertThat(order.states().payment().state()).isEqualTo(PaymentState.CONFIRMED);
            assertThat(order.states().refund().due()).isEqualTo(yuan(200));
        }

        @Test
        void staysSoWhenThePaymentArrivesLateAndMovesNoPump() {
            OrderDetails order = after(
                    PLACED,
                    CANCELLED,
                    PAID,
                    new RefundRequired("o1", yuan(200), RefundReason.PAID_AFTER_CANCELLATION, AT));

            assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
            assertThat(order.states().dispense().state()).isEqualTo(PumpState.RELEASED);
            assertThat(order.states().payment().state()).isEqualTo(PaymentState.CONFIRMED);
            assertThat(order.states().refund().reasons()).containsExactly(RefundReason.PAID_AFTER_CANCELLATION);
        }
    }

    @Test
    void addsUpWhatHasToGoBack() {
        OrderDetails order =
                after(PLACED, PAID, LESS, DIFFERENCE, new RefundRequired("o1", yuan(5), RefundReason.DIFFERENCE, AT));

        assertThat(order.states().refund().due()).isEqualTo(yuan(45));
    }

    @Test
    void hasEveryEventOnItsTimeline() {
        OrderDetails order = after(PLACED, PAID, FULL);

        assertThat(order.timeline())
                .extracting(Step::event)
                .containsExactly("order.placed", "order.payment-confirmed", "order.fuel-dispensed");
        assertThat(order.timeline().get(1))
                .isEqualTo(new Step(
                        1,
                        "order.payment-confirmed",
                        AT.plusSeconds(10),
                        Recorded.AT,
                        "somebody",
                        "driver",
                        "mini-program"));
    }

    @Test
    void keepsWhatDocumentsCanKeep() {
        Instant precise = AT.plusNanos(123_456);
        OrderPlaced placed = new OrderPlaced(
                "o1",
                "d1",
                "s1",
                null,
                "92#",
                Preset.fullTank(50_000),
                new LockedPrice(new UnitPrice(8_000, "CNY"), precise, true),
                yuan(480),
                null,
                precise);

        assertThat(after(placed, new PaymentConfirmed("o1", yuan(480), "cash", "tx", precise))
                        .placedAt())
                .isEqualTo(AT);
    }
}
