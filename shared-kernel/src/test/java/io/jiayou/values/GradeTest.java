package io.jiayou.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "92#",
                "95#",
                "0#",
                "-10#",
                "-35#",
                "LPG",
                "CNG",
                "E10",
                "柴油",
                "Natural 95",
                "9",
                "1234567890123456"
            })
    void takesACodeAsItIs(String code) {
        assertThat(new Grade(code).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " 92#", "92# ", "92#\n", "12345678901234567", "92/95", "<b>", "9\u00002", "$gt"})
    void refusesWhatIsNoCode(String code) {
        assertThatThrownBy(() -> new Grade(code)).isInstanceOf(IllegalArgumentException.class);
    }
}
