package io.jiayou.order.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order is done: this is the sale, self-contained.
 *
 * @param volumeMl millilitres dispensed
 * @param total what the fuel cost, without what goes back
 */
@StoredAs("order.completed")
public record OrderCompleted(
        String orderId,
        String driverId,
        String stationId,
        @Nullable Integer pump,
        String grade,
        long volumeMl,
        Money total,
        Instant at)
        implements OrderEvent {}
