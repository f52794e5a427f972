package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.documents.WhatIf;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposed rule in the form in which it is proposed.
 *
 * @param from sales that were completed at this moment or later
 * @param to and before this one
 * @param stations the ids of the stations concerned; all if absent
 * @param grades the grades concerned; all if absent
 * @param perLitre what a litre would cost more, or less below zero, as decimal text in major units: -0.10
 * @param percent how many percent more, or less below zero, as decimal text: 2.5
 */
public record ProposedRuleReport(
        Instant from,
        Instant to,
        @Nullable List<String> stations,
        @Nullable List<String> grades,
        @Nullable String perLitre,
        @Nullable String percent) {

    private static final int THOUSANDTHS = 3;
    private static final int HUNDREDTHS = 2;
    /** Money has two decimals, however round the sum. */
    private static final int FEWEST_OF_MONEY = 2;

    static ProposedRuleReport of(WhatIf rule) {
        return new ProposedRuleReport(
                rule.from(),
                rule.to(),
                rule.stations(),
                rule.grades(),
                rule.perLitre() == null ? null : text(rule.perLitre(), THOUSANDTHS, FEWEST_OF_MONEY),
                rule.percent() == null ? null : text(rule.percent(), HUNDREDTHS, 0));
    }

    private static String text(long stored, int decimals, int fewest) {
        BigDecimal exact = BigDecimal.valueOf(stored, decimals).stripTrailingZeros();
        return exact.setScale(Math.max(fewest, exact.scale())).toPlainString();
    }
}
