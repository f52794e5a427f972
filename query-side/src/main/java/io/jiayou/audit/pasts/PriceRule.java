package io.jiayou.audit.pasts;

import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderCancelled;
import io.jiayou.order.events.OrderCompleted;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.documents.WhatIf;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites sales as a proposed rule would have priced them. A price that the command side locked is changed, and the
 * total follows from it by the one rounding of the system; a derived price isn't the truth, so there the total itself is
 * changed. Volumes stay, and so does every other event. One history goes through it, in its order.
 */
final class PriceRule implements UnaryOperator<RecordedEvent> {

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    private final WhatIf rule;
    private final Map<String, LockedPrice> open = new HashMap<>();

    PriceRule(WhatIf rule) {
        this.rule = rule;
    }

    @Override
    public RecordedEvent apply(RecordedEvent event) {
        return switch (event.payload()) {
            case OrderPlaced placed -> {
                open.put(placed.orderId(), placed.price());
                yield event;
            }
            case OrderCancelled cancelled -> {
                open.remove(cancelled.orderId());
                yield event;
            }
            case OrderCompleted sale -> {
                LockedPrice price = open.remove(sale.orderId());
                yield concerns(sale) ? with(event, proposed(sale, price)) : event;
            }
            default -> event;
        };
    }

    private boolean concerns(OrderCompleted sale) {
        return !sale.at().isBefore(rule.from())
                && sale.at().isBefore(rule.to())
                && isAmong(rule.stations(), sale.stationId())
                && isAmong(rule.grades(), sale.grade());
    }

    private static boolean isAmong(@Nullable List<String> named, String one) {
        return named == null || named.contains(one);
    }

    private Money proposed(OrderCompleted sale, @Nullable LockedPrice price) {
        Money total = price == null || price.derived()
                ? changed(sale.total(), sale.volumeMl())
                : changed(price.unitPrice()).total(sale.volumeMl());
        if (total.amount() < 0) {
            throw new IllegalArgumentException("under this rule fuel would cost less than nothing");
        }
        return total;
    }

    private UnitPrice changed(UnitPrice price) {
        Long perLitre = rule.perLitre();
        long thousandths = perLitre == null ? changed(price.thousandths()) : price.thousandths() + perLitre;
        if (thousandths <= 0) {
            throw new IllegalArgumentException("under this rule fuel would cost nothing or less");
        }
        return new UnitPrice(thousandths, price.currency());
    }

    private Money changed(Money total, long volumeMl) {
        Long perLitre = rule.perLitre();
        if (perLitre == null) {
            return new Money(changed(total.amount()), total.currency());
        }
        if (perLitre == 0) {
            return total;
        }
        Money difference = new UnitPrice(Math.abs(perLitre), total.currency()).total(volumeMl);
        return perLitre > 0 ? total.plus(difference) : total.minus(difference);
    }

    /** By the percentage, rounded half up. */
    private long changed(long whole) {
        long percent = rule.percent() == null ? 0 : rule.percent();
        return BigInteger.valueOf(whole)
                .multiply(WHOLE.add(BigInteger.valueOf(percent)))
                .add(WHOLE.shiftRight(1))
                .divide(WHOLE)
                .longValueExact();
    }

    private static RecordedEvent with(RecordedEvent event, Money total) {
        OrderCompleted sale = (OrderCompleted) event.payload();
        OrderCompleted proposed = new OrderCompleted(
                sale.orderId(),
                sale.driverId(),
                sale.stationId(),
                sale.pump(),
                sale.grade(),
                sale.volumeMl(),
                total,
                sale.at());
        return new RecordedEvent(
                event.position(),
                event.eventId(),
                event.aggregateId(),
                event.sequence(),
                event.recordedAt(),
                proposed,
                event.metadata());
    }
}
