package io.jiayou.order.placeorder;

import io.jiayou.order.events.Preset;
import io.jiayou.rules.Rule;
import io.jiayou.values.Money;
import io.jiayou.values.Spoken;
import io.jiayou.values.UnitPrice;
import java.math.BigDecimal;
import java.util.Objects;

/** What an order may cost and hold. */
final class OrderLimits {

    /** One major unit: less isn't worth a payment. */
    static final long SMALLEST_MAJOR_UNITS = 1;

    /** 2,000 litres: two tanks of the largest lorries. */
    static final long LARGEST_VOLUME_ML = 2_000_000;

    /** A full tank is held at 120 % of the tank's size (OpenFSC): tanks take more than their papers say. */
    static final int FULL_TANK_PERCENT = 120;

    private OrderLimits() {}

    /** What is to be paid before fuelling. */
    static Money payable(Preset preset, UnitPrice price) {
        Money payable =
                switch (preset.kind()) {
                    case AMOUNT -> byAmount(Objects.requireNonNull(preset.amount()), price);
                    case VOLUME -> byVolume(Objects.requireNonNull(preset.volumeMl()), price);
                    case FULL_TANK -> fullTank(Objects.requireNonNull(preset.volumeMl()), price);
                };
        Rule.ORDER_TOO_SMALL.require(
                payable.amount() >= SMALLEST_MAJOR_UNITS * Money.minorUnitsPerMajor(payable.currency()),
                "an order is for at least {0}",
                Spoken.amount(BigDecimal.valueOf(SMALLEST_MAJOR_UNITS), payable.currency()));
        return payable;
    }

    private static Money byAmount(long amount, UnitPrice price) {
        Rule.ORDER_TOO_LARGE.require(
                amount <= price.total(LARGEST_VOLUME_ML).amount(),
                "an order is for at most {0}",
                Spoken.litres(LARGEST_VOLUME_ML));
        return new Money(amount, price.currency());
    }

    private static Money byVolume(long volumeMl, UnitPrice price) {
        Rule.ORDER_TOO_LARGE.require(
                volumeMl <= LARGEST_VOLUME_ML, "an order is for at most {0}", Spoken.litres(LARGEST_VOLUME_ML));
        return price.total(volumeMl);
    }

    private static Money fullTank(long tankMl, UnitPrice price) {
        Rule.ORDER_TOO_LARGE.require(
                tankMl <= LARGEST_VOLUME_ML, "an order is for at most {0}", Spoken.litres(LARGEST_VOLUME_ML));
        return price.total(tankMl * FULL_TANK_PERCENT / 100);
    }
}
