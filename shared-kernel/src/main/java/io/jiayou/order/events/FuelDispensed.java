package io.jiayou.order.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import io.jiayou.values.Money;
import java.time.Instant;

/**
 * The pump delivered fuel.
 *
 * @param volumeMl what the meter says, millilitres above zero
 * @param total what it costs: volume × unit price, or the recorded total where the price is derived
 */
@StoredAs("order.fuel-dispensed")
public record FuelDispensed(
        @Limited(Limit.ID) String orderId,
        @Limited(Limit.VOLUME) long volumeMl,
        Money total,
        Instant at) implements OrderEvent {}
