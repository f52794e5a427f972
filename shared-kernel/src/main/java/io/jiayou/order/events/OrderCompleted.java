package io.jiayou.order.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
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
        @Limited(Limit.ID) String orderId,
        @Limited(Limit.ID) String driverId,
        @Limited(Limit.ID) String stationId,
        @Limited(Limit.PUMP) @Nullable Integer pump,
        @Limited(Limit.GRADE) String grade,
        @Limited(Limit.KNOWN_VOLUME) long volumeMl,
        Money total,
        Instant at)
        implements OrderEvent {}
