package io.jiayou.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccessTableTest {

    private record PlaceOrder() {}

    private record MoveTheMoon() {}

    private final AccessTable table = AccessTable.shipped();

    @Test
    void saysWhoMaySendACommandByItsSimpleName() {
        assertThat(table.of(PlaceOrder.class)).hasToString("driver:own");
        assertThat(table.commands()).containsEntry("ConfirmPayment", Rights.parse("machine/payments"));
    }

    @Test
    void saysNothingOfACommandThatItDoesNotKnow() {
        assertThat(table.of(MoveTheMoon.class)).isNull();
    }
}
