package io.jiayou.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListeningAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "::", " 0.0.0.0 "})
    void isTheLoopbacksOrThatOfAll(String text) {
        assertThat(ListeningAddress.of(text).text()).isEqualTo(text.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "127.0.0.2", "::1", "localhost", "example.org", "", "0.0.0.0/0"})
    void isNoOther(String text) {
        assertThatThrownBy(() -> ListeningAddress.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not at " + text);
    }
}
