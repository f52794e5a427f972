package io.jiayou.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.driver.SomeDriver;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.http.ProblemException;
import io.jiayou.ids.Ids;
import io.jiayou.rules.Problem;
import io.jiayou.values.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "0197a3c5-0000-7000-8000-00000000d001", "A.b_c-9"})
    void takesShortNamesForIds(String id) {
        assertThat(id).matches(Limits.ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "-a", "_a", "a/b", "a b", "a%", "订单", "é", "a\n"})
    void takesNothingElseForIds(String id) {
        assertThat(id).doesNotMatch(Limits.ID);
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
        assertThat(Fields.idOrNew("orderId", "mine")).isEqualTo("mine");
        assertThat(Fields.idOrNew("orderId", null)).matches(Limits.ID).hasSize(36);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "24a3d532-b5eb-823c-91c2-91e15e50a266",
                "24A3D532-B5EB-823C-91C2-91E15E50A266",
                "24a3d532-b5eb-823c-01c2-91e15e50a266",
                "0123456789abcdef0123456789ABCDEF"
            })
    void letsNobodyChooseAnIdInAFormOfTheSystemsOwn(String id) {
        assertThatThrownBy(() -> Fields.chosenId("orderId", id))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(Problem.INVALID_FIELD));
        assertThatThrownBy(() -> Fields.idOrNew("orderId", id)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "24a3d532-b5eb-723c-91c2-91e15e50a266",
                "24a3d532-b5eb-423c-91c2-91e15e50a266",
                "0123456789abcdef0123456789abcde",
                "order-1"
            })
    void letsClientsChooseOthers(String id) {
        assertThat(Fields.chosenId("orderId", id)).isEqualTo(id);
    }

    /** What is derived has to be in the forms that are refused. */
    @Test
    void refusesWhatTheSystemDerives() {
        for (String derived : List.of(
                SomeDriver.KEY.claimId(IdentifierKind.PHONE, SomeDriver.PHONE),
                SomeDriver.KEY.derivedId("account", "operations"),
                Ids.derived("account", "operations"))) {
            assertThatThrownBy(() -> Fields.chosenId("orderId", derived)).isInstanceOf(ProblemException.class);
        }
    }
}
