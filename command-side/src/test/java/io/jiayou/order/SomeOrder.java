package io.jiayou.order;

import io.jiayou.driver.SomeDriver;
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
import io.jiayou.station.SomeStation;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.time.Instant;

/** What happened to orders, for tests: 200 yuan at 7.89 yuan per litre. */
public final class SomeOrder {

    public static final String ID = "order-1";
    public static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");
    public static final UnitPrice PRICE = new UnitPrice(7890, "CNY");
    public static final Money PAYABLE = yuan("200.00");

    private SomeOrder() {}

    public static Money yuan(String amount) {
        return new Money(Long.parseLong(amount.replace(".", "")), "CNY");
    }

    public static OrderPlaced placed() {
        return placed(new LockedPrice(PRICE, SomeStation.AT, false));
    }

    /** A record of a fuel card: the price follows from its total. */
    public static OrderPlaced recorded() {
        return placed(new LockedPrice(PRICE, null, true));
    }

    private static OrderPlaced placed(LockedPrice price) {
        return new OrderPlaced(
                ID,
                SomeDriver.ID,
                SomeStation.ID,
                SomeStation.PUMP,
                SomeStation.GRADE,
                Preset.byAmount(PAYABLE.amount()),
                price,
                PAYABLE,
                null,
                AT);
    }

    public static PaymentConfirmed paid() {
        return new PaymentConfirmed(ID, PAYABLE, "wechat-pay", "transaction-1", AT);
    }

    public static FuelDispensed dispensed(long volumeMl, String total) {
        return new FuelDispensed(ID, volumeMl, yuan(total), AT);
    }

    public static RefundRequired refund(String amount, RefundReason reason) {
        return new RefundRequired(ID, yuan(amount), reason, AT);
    }

    public static OrderCancelled cancelled(CancellationReason reason) {
        return new OrderCancelled(ID, reason, AT);
    }

    public static OrderCompleted completed(long volumeMl, String total) {
        return new OrderCompleted(
                ID, SomeDriver.ID, SomeStation.ID, SomeStation.PUMP, SomeStation.GRADE, volumeMl, yuan(total), AT);
    }
}
