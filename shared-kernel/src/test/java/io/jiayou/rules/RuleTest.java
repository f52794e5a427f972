package io.jiayou.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class RuleTest {

    @Test
    void codesAreLowerCaseWithDashes() {
        for (Rule rule : Rule.values()) {
            assertThat(rule.code()).matches("[a-z]+(-[a-z]+)*");
        }
        assertThat(Rule.DRIVER_NEEDS_AN_IDENTIFIER.code()).isEqualTo("driver-needs-an-identifier");
    }

    @Test
    void codesDoNotDependOnTheMachinesLanguage() {
        Locale machine = Locale.getDefault();
        try {
            // whose lower-case I has no dot
            Locale.setDefault(Locale.of("tr"));

            assertThat(Rule.IDENTIFIER_TAKEN.code()).isEqualTo("identifier-taken");
            assertThat(Problem.INVALID_FIELD.code()).isEqualTo("invalid-field");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void aViolationNamesItsRuleAndTheFact() {
        assertThatThrownBy(() -> Rule.ORDER_NOT_PAID.require(false, "order 7 is placed"))
                .isInstanceOfSatisfying(RuleViolation.class, violation -> assertThat(violation.rule())
                        .isEqualTo(Rule.ORDER_NOT_PAID))
                .hasMessage("order 7 is placed");
    }

    @Test
    void nothingIsRefusedWhereTheRuleHolds() {
        assertThatCode(() -> Rule.ORDER_NOT_PAID.require(true, "")).doesNotThrowAnyException();
    }
}
