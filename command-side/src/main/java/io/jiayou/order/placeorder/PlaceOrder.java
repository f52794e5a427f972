package io.jiayou.order.placeorder;

import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.Preset;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Place an order. It names no price: the station's price at that moment is locked.
 *
 * @param orderId chosen by the client; sending the same order twice is one order
 * @param pump the pump's number at the station
 * @param plate the vehicle, if the driver said which
 */
public record PlaceOrder(
        @TargetAggregateIdentifier String orderId,
        String driverId,
        String stationId,
        int pump,
        String grade,
        Preset preset,
        @Nullable String plate,
        Instant at) {

    /** Whether an order that exists is this one, sent again. */
    boolean isRepeatedBy(OrderPlaced placed) {
        return placed.driverId().equals(driverId)
                && placed.stationId().equals(stationId)
                && Objects.equals(placed.pump(), pump)
                && placed.grade().equals(grade)
                && placed.preset().equals(preset)
                && Objects.equals(placed.plate(), plate);
    }
}
