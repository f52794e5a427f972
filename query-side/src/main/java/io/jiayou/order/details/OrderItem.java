package io.jiayou.order.details;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jiayou.audit.personal.OfPerson;
import io.jiayou.audit.personal.Opened;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.values.Money;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An order in a list: {@link OrderDetails} without what was asked for and without the timeline.
 *
 * @param pump the pump's number; none where the record doesn't say (imported cards)
 * @param plate the vehicle's number plate; none where nobody named it
 * @param payable what was to be paid before fuelling; for a full tank a hold, of which the rest comes back
 * @param status one word for payment, pump, refund and end together
 * @param position of the last event of the order that is taken in
 */
public record OrderItem(
        @BsonId String orderId,
        String driverId,
        String stationId,
        @Nullable Integer pump,
        String grade,

        @Opened(from = OrderPlaced.class, field = "plate") @Nullable
        String plate,

        Money payable,
        Instant placedAt,
        OrderStatus status,
        @JsonUnwrapped OrderStates states,
        long position)
        implements OfPerson {

    @Override
    public String person() {
        return driverId;
    }
}
