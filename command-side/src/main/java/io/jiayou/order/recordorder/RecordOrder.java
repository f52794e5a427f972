package io.jiayou.order.recordorder;

import io.jiayou.values.Money;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Record an order that was placed elsewhere, such as a fuel card's transaction. The recorded total stands and the unit
 * price is derived from it. Not reachable by HTTP: no client sends a price that counts.
 *
 * @param volumeMl millilitres as recorded, above zero, perhaps rounded
 * @param total what was charged, above zero
 * @param at when it happened
 */
public record RecordOrder(
        @TargetAggregateIdentifier String orderId,
        String driverId,
        String stationId,
        String grade,
        long volumeMl,
        Money total,
        Instant at) {}
