package io.jiayou.dashboard.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SalesUnderRuleTest {

    private static final SalesReport ACTUAL = report(sold("92#", 1_000), sold("95#", 2_000));

    @Test
    void showsWhatTheRuleWouldHaveAdded() {
        SalesUnderRule compared = SalesUnderRule.of(ACTUAL, report(sold("92#", 1_100), sold("95#", 1_500)));

        assertThat(compared.rows())
                .containsExactly(
                        new SalesUnderRule.Row("92#", null, "CNY", 1_000, 1_100, 100, 10),
                        new SalesUnderRule.Row("95#", null, "CNY", 2_000, 1_500, -500, 10));
        assertThat(compared.totals()).containsExactly(new SalesUnderRule.Total("CNY", 3_000, 2_600, -400));
    }

    @Test
    void hasTheNamesOfStationsThatTheSumsHave() {
        SalesReport named = report(sold("s1", 1_000)).called(Map.of("s1", "康健加油站"));

        assertThat(SalesUnderRule.of(named, named).rows())
                .containsExactly(new SalesUnderRule.Row("s1", "康健加油站", "CNY", 1_000, 1_000, 0, 10));
    }

    @Test
    void refusesARuleThatMakesSalesVanish() {
        SalesReport without = report(sold("92#", 1_000));

        assertThatIllegalStateException()
                .isThrownBy(() -> SalesUnderRule.of(ACTUAL, without))
                .withMessageContaining("95# is gone");
    }

    private static SalesReport report(SalesReport.Keyed... cells) {
        return SalesReport.of(List.of(cells));
    }

    private static SalesReport.Keyed sold(String grade, long amount) {
        return new SalesReport.Keyed(grade, new SalesCell(null, grade, null, "CNY", amount, 10, 1));
    }
}
