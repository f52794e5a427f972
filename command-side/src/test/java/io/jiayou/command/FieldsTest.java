package io.jiayou.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "0197a3c5-0000-7000-8000-00000000d001", "A.b_c-9"})
    void takesShortNamesForIds(String id) {
        assertThat(id).matches(Fields.ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "-a", "_a", "a/b", "a b", "a%", "订单", "é", "a\n"})
    void takesNothingElseForIds(String id) {
        assertThat(id).doesNotMatch(Fields.ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"王小明", " 王小明 ", "\u3000王小明\u00a0\n", "王小明\u200b"})
    void keepsATextThatShowsSomething(String text) {
        assertThat(Fields.text("name", text))
                .contains("王小明")
                .doesNotStartWith(" ")
                .doesNotStartWith("\u3000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\u00a0", "\u200b", "\ufeff", "\u202e \n"})
    void refusesATextThatShowsNothing(String text) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Fields.text("name", text))
                .satisfies(refused -> {
                    assertThat(refused.problem()).isEqualTo(Problem.INVALID_FIELD);
                    assertThat(refused.field()).isEqualTo("name");
                });
        assertThat(Fields.optionalText(text)).isNull();
    }

    @Test
    void makesAnIdOnlyWhereTheClientChoseNone() {
        assertThat(Fields.idOrNew("mine")).isEqualTo("mine");
        assertThat(Fields.idOrNew(null)).matches(Fields.ID).hasSize(36);
    }
}
