package io.jiayou.audit.pasts;

import io.jiayou.http.given.AlsoHolds;
import io.jiayou.http.given.Given;
import io.jiayou.parameters.Parameters;
import io.jiayou.readmodel.documents.WhatIf;
import io.jiayou.values.Limit;
import io.jiayou.values.Limits;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule as clients propose it: one of perLitre and percent.
 *
 * @param from sales completed at this moment or later, ISO 8601 with its zone
 * @param to and before this one
 * @param stations the ids of the stations concerned; all if absent
 * @param grades the grades concerned; all if absent
 * @param perLitre what a litre would cost more, or less below zero, in major units, with up to three decimals
 * @param percent how many percent more, or less below zero, with up to two decimals
 */
@AlsoHolds("""
        {"if": {"required": ["perLitre"], "properties": {"perLitre": {"type": "string"}}},
         "then": {"properties": {"percent": {"type": "null"}}},
         "else": {"required": ["percent"], "properties": {"percent": {"type": "string"}}}}""")
record ProposedRule(
        @Schema(example = "2026-03-01T00:00:00+08:00", format = "date-time") @NotNull
        String from,

        @Schema(example = "2026-04-01T00:00:00+08:00", format = "date-time") @NotNull
        String to,

        @Nullable @Size(max = MOST) List<@NotNull @Given(Limit.ID) String> stations,
        @Nullable @Size(max = Limits.GRADES) List<@NotNull @Given(Limit.GRADE) String> grades,

        @Schema(example = "-0.10") @Nullable @Pattern(regexp = PER_LITRE)
        String perLitre,

        @Nullable @Pattern(regexp = PERCENT) String percent) {

    private static final int MOST = 200;
    private static final String WHERE = "whatIf.";
    private static final String PER_LITRE = "[+-]?[0-9]{1,6}(\\.[0-9]{1,3})?";
    private static final String PERCENT = "[+-]?[0-9]{1,6}(\\.[0-9]{1,2}0?)?";
    private static final int THOUSANDTHS = 3;
    private static final int HUNDREDTHS = 2;

    /** @throws ProblemException INVALID_FIELD with the field at fault */
    WhatIf read() {
        Instant first = Parameters.instant(WHERE + "from", from);
        Instant end = Parameters.instant(WHERE + "to", to);
        if (!first.isBefore(end)) {
            throw Parameters.invalid(WHERE + "from", "from is before to");
        }
        if ((perLitre == null) == (percent == null)) {
            throw Parameters.invalid(WHERE + "perLitre", "a rule has one of perLitre and percent");
        }
        return new WhatIf(first, end, stations, grades, scaled(perLitre, THOUSANDTHS), scaled(percent, HUNDREDTHS));
    }

    private static @Nullable Long scaled(@Nullable String given, int decimals) {
        return given == null
                ? null
                : new BigDecimal(given).movePointRight(decimals).longValueExact();
    }
}
