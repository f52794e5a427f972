package io.jiayou.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OrderTest {

    @Test
    void hasAPlacementOnceItIsPlaced() {
        assertThat(Order.NONE.evolve(SomeOrder.placed()).placement()).isEqualTo(SomeOrder.placed());
        assertThatThrownBy(Order.NONE::placement).isInstanceOf(IllegalStateException.class);
    }
}
