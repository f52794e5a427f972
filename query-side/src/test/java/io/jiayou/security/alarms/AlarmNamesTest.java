package io.jiayou.security.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Operators find runbooks by an alarm's name: it never changes. */
class AlarmNamesTest {

    @Test
    void areStable() {
        assertThat(AlarmRules.all())
                .extracting(rule -> rule.alarm().code())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrder(
                        "security-refusals",
                        "security-signatures",
                        "security-cancellations",
                        "security-exports",
                        "security-token-reused",
                        "security-second-factor",
                        "security-codes-used-up",
                        "periodic-elsewhere",
                        "security-two-places");
    }

    @Test
    void comeWithALineThatTellsThemApart() {
        List<AlarmRule> rules = AlarmRules.all();

        assertThat(rules).extracting(AlarmRule::detail).doesNotHaveDuplicates().allSatisfy(line -> assertThat(line)
                .hasSizeGreaterThan(20)
                .doesNotContain("\n"));
    }
}
