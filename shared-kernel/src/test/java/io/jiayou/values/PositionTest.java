package io.jiayou.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @Test
    void theFirstAndTheLastAreRead() {
        assertThat(Position.read("0")).hasValue(Position.FIRST);
        assertThat(Position.read("1000000000000000")).hasValue(Position.LAST);
        assertThat(Limit.COUNT.allows(Position.LAST)).isTrue();
        assertThat(Limit.COUNT.allows(Position.LAST + 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-1",
                "+1",
                "01",
                "1 ",
                "1e3",
                "0x1",
                "１",
                "1000000000000001",
                "9223372036854775807",
                "9223372036854775808",
                "-9223372036854775808"
            })
    void everythingElseIsNone(String text) {
        assertThat(Position.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Position.LAST + 1, Long.MAX_VALUE})
    void aNumberBeyondIsRefused(long position) {
        assertThatThrownBy(() -> Position.require(position)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFirstAndTheLastAreTaken() {
        assertThat(Position.require(Position.FIRST)).isEqualTo(Position.FIRST);
        assertThat(Position.require(Position.LAST)).isEqualTo(Position.LAST);
    }
}
