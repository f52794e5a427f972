package io.jiayou.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class AccessTest {

    @Test
    void isRequiredWhereNothingIsSet() {
        assertThat(Access.of(new MockEnvironment())).isEqualTo(Access.REQUIRED);
    }

    @ParameterizedTest
    @CsvSource({"open, OPEN", "'  Open ', OPEN", "required, REQUIRED"})
    void isWhatIsSet(String set, Access access) {
        assertThat(Access.of(new MockEnvironment().withProperty("jiayou.access", set)))
                .isEqualTo(access);
    }

    @Test
    void isNothingElse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Access.of(new MockEnvironment().withProperty("jiayou.access", "ajar")))
                .withMessage("jiayou.access is open or required, not ajar");
    }
}
