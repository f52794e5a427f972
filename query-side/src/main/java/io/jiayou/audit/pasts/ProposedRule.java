package io.jiayou.audit.pasts;

import io.jiayou.http.ProblemException;
import io.jiayou.parameters.Parameters;
import io.jiayou.readmodel.documents.WhatIf;
import io.jiayou.rules.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule as clients propose it: one of perLitre and percent.
 *
 * @param from sales completed at this moment or later, ISO 8601 with its zone
 * @param to and before this one
 * @param stations the ids of the stations concerned; all if absent
 * @param grades the grades concerned; all if absent
 * @param perLitre in major units, with a sign and up to three decimals
 * @param percent with a sign and up to two decimals
 */
record ProposedRule(
        @Schema(example = "2026-03-01T00:00:00+08:00") @Nullable
        String from,

        @Schema(example = "2026-04-01T00:00:00+08:00") @Nullable
        String to,

        @Nullable List<String> stations,
        @Nullable List<String> grades,
        @Schema(example = "-0.10") @Nullable String perLitre,
        @Schema(example = "+2.5") @Nullable String percent) {

    private static final String WHERE = "whatIf.";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,6}(\\.\\d{1,3})?");
    private static final int THOUSANDTHS = 3;
    private static final int HUNDREDTHS = 2;

    /** @throws ProblemException INVALID_FIELD or MISSING_FIELD with the field at fault */
    WhatIf read() {
        Instant first = moment("from", from);
        Instant end = moment("to", to);
        if (!first.isBefore(end)) {
            throw Parameters.invalid(WHERE + "from", "from is before to");
        }
        if ((perLitre == null) == (percent == null)) {
            throw Parameters.invalid(WHERE + "perLitre", "a rule has one of perLitre and percent");
        }
        return new WhatIf(
                first,
                end,
                stations,
                grades,
                scaled("perLitre", perLitre, THOUSANDTHS),
                scaled("percent", percent, HUNDREDTHS));
    }

    private static Instant moment(String name, @Nullable String given) {
        if (given == null) {
            throw new ProblemException(Problem.MISSING_FIELD, WHERE + name, "{0} must be given", name);
        }
        return Parameters.instant(WHERE + name, given);
    }

    private static @Nullable Long scaled(String name, @Nullable String given, int decimals) {
        if (given == null) {
            return null;
        }
        BigDecimal number = NUMBER.matcher(given).matches() ? new BigDecimal(given) : null;
        if (number == null || number.stripTrailingZeros().scale() > decimals) {
            throw Parameters.invalid(WHERE + name, "{0} is a number with up to {1} decimals", name, decimals);
        }
        return number.movePointRight(decimals).longValueExact();
    }
}
