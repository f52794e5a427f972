package io.jiayou.annulment.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnnulmentEventTest {

    @Test
    void ofOnePositionHaveOneId() {
        assertThat(AnnulmentEvent.idOf(17)).isEqualTo("annulment-17").isNotEqualTo(AnnulmentEvent.idOf(18));
    }
}
