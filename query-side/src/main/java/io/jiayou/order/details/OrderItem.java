package io.jiayou.order.details;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jiayou.audit.personal.OfPerson;
import io.jiayou.audit.personal.Opened;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.values.Money;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** An order in a list: {@link OrderDetails} without what was asked for and without the timeline. */
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
