package io.jiayou.order.details;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jiayou.audit.personal.OfPerson;
import io.jiayou.audit.personal.Opened;
import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.Preset;
import io.jiayou.readmodel.View;
import io.jiayou.timeline.Step;
import io.jiayou.values.Money;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An order with everything that happened to it.
 *
 * @param stationDay where and when it was placed, to find the newest orders of a station; see {@link StationDays}
 * @param pump the pump's number; none where the record doesn't say (imported cards)
 * @param plate the vehicle's number plate; none where nobody named it
 * @param preset what the driver asked for
 * @param price the unit price that the order is bound to
 * @param payable what was to be paid before fuelling; for a full tank a hold, of which the rest comes back
 * @param status one word for payment, pump, refund and end together
 * @param timeline every event, in the order in which they were recorded
 * @param position of the last event of the order that is taken in
 */
public record OrderDetails(
        @BsonId String orderId,
        String driverId,
        String stationId,
        @JsonIgnore String stationDay,
        @Nullable Integer pump,
        String grade,

        @Opened(from = OrderPlaced.class, field = "plate") @Nullable
        String plate,

        Preset preset,
        LockedPrice price,
        Money payable,
        Instant placedAt,
        OrderStatus status,
        @JsonUnwrapped OrderStates states,
        List<Step> timeline,
        long position)
        implements View, OfPerson {

    @Override
    public String person() {
        return driverId;
    }

    @Override
    public String id() {
        return orderId;
    }

    OrderDetails after(Step step, OrderStates changed) {
        return new OrderDetails(
                orderId,
                driverId,
                stationId,
                stationDay,
                pump,
                grade,
                plate,
                preset,
                price,
                payable,
                placedAt,
                OrderStatus.of(changed),
                changed,
                Step.append(timeline, step),
                step.position());
    }
}
