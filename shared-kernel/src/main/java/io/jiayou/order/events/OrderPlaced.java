package io.jiayou.order.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.personal.Personal;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import io.jiayou.values.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order was placed and its price locked.
 *
 * @param pump the pump's number; none where the record doesn't say (imported cards)
 * @param payable what is to be paid before fuelling; for a full tank a hold, of which the rest comes back
 */
@StoredAs("order.placed")
public record OrderPlaced(
        @Limited(Limit.ID) String orderId,
        @Limited(Limit.ID) String driverId,
        @Limited(Limit.ID) String stationId,
        @Limited(Limit.PUMP) @Nullable Integer pump,
        @Limited(Limit.GRADE) String grade,
        Preset preset,
        LockedPrice price,
        Money payable,
        @Personal @Limited(Limit.PLATE) @Nullable String plate,
        Instant at)
        implements OrderEvent {}
