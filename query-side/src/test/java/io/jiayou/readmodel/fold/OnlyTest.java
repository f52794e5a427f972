package io.jiayou.readmodel.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.driver.events.DriverErased;
import io.jiayou.order.details.OrderDetails;
import io.jiayou.order.details.OrderDetailsModel;
import io.jiayou.order.events.CancellationReason;
import io.jiayou.order.events.OrderCancelled;
import io.jiayou.readmodel.testing.Tallies;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OnlyTest {

    private final OrderDetailsModel whole = new OrderDetailsModel();
    private final Only<OrderDetails> some = new Only<>(whole, "o1"::equals);

    @Test
    void reachesSomeOfTheDocuments() {
        assertThat(some.documentsOf(cancelled("o1"))).containsExactly("o1");
        assertThat(some.documentsOf(cancelled("o2"))).isEmpty();
    }

    @Test
    void isTheSameReadModelInAllElse() {
        assertThat(some.name()).isEqualTo(whole.name());
        assertThat(some.view()).isEqualTo(whole.view());
        assertThat(some.indexes()).isEqualTo(whole.indexes());
        assertThat(some.reads(OrderCancelled.class)).isTrue();
        assertThat(some.reads(DriverErased.class)).isFalse();
        assertThat(some.isKeyedByAggregate()).isTrue();
        assertThat(new Only<>(new Tallies("tallies"), id -> true).isKeyedByAggregate())
                .isFalse();
    }

    private static OrderCancelled cancelled(String order) {
        return new OrderCancelled(order, CancellationReason.BY_DRIVER, Instant.EPOCH);
    }
}
