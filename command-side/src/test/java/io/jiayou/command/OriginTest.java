package io.jiayou.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OriginTest {

    private static final Origin IMPORT = new Origin("clerk", "import", "import", "job-1");

    @Test
    void isTheSystemItselfWhereNobodyIsBound() {
        assertThat(Origin.current()).isEqualTo(new Origin("system", "system", "system", "none"));
    }

    @Test
    void isBoundForThePieceOfWorkOnly() throws Exception {
        assertThat(IMPORT.call(Origin::current)).isEqualTo(IMPORT);
        assertThat(Origin.current()).isNotEqualTo(IMPORT);
    }

    @Test
    void isUnboundAfterAFailureToo() {
        assertThatThrownBy(() -> IMPORT.call(() -> {
                    throw new IllegalStateException("a fault");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Origin.current()).isNotEqualTo(IMPORT);
    }
}
