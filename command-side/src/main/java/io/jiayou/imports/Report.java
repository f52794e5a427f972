package io.jiayou.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import did. Every line is counted once: {@code lines = accepted + alreadyThere + merged + refused}, where of
 * {@code refused} those count that stand in the imported file itself.
 *
 * @param lines features of a GeoJSON file, lines of transactions; without header and blank lines
 * @param accepted lines that changed something: a new station, a station described anew, an order
 * @param alreadyThere lines that changed nothing
 * @param merged lines that tell again what another line tells
 * @param refused lines that weren't imported, in the order of their lines, at most {@value Tally#MOST_LISTED}
 * @param refusedUnlisted how many refused lines are beyond that
 * @param remarks lines that were imported though they have a fault, at most {@value Tally#MOST_LISTED}; a strict import
 *     bears none
 * @param counts refused lines by code, all of them
 * @param sums of the accepted lines, by currency
 * @param alreadyThereSums of the lines that were there already, by currency
 * @param version the position in the event history that includes all of it; -1 if the event store can't say
 */
public record Report(
        long lines,
        long accepted,
        long alreadyThere,
        List<Merged> merged,
        List<Refused> refused,
        long refusedUnlisted,
        List<Refused> remarks,
        Map<String, Long> counts,
        List<Sum> sums,
        List<Sum> alreadyThereSums,
        long version) {

    /**
     * A feature that was merged into another.
     *
     * @param feature which one, counted from 1
     * @param into the line that it tells again
     * @param intoFeature and the feature
     * @param detail the name in both
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Merged(
            long line,
            @Nullable Long feature,
            long into,
            @Nullable Long intoFeature,
            String detail) {}

    /**
     * A line that wasn't imported, or one that a remark is about.
     *
     * @param file which of the files, where there are several
     * @param feature which one of a GeoJSON file, counted from 1
     * @param code of a {@link Refusal} or a {@link io.jiayou.rules.Rule}
     * @param reason the code's title in the reader's language
     * @param fault whether the file is at fault; else the line is as it should be and of no interest
     * @param detail which fact stood against it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Refused(
            @Nullable String file,
            long line,
            @Nullable Long feature,
            String code,
            String reason,
            boolean fault,
            @Nullable String detail) {}

    /**
     * Sales of a currency.
     *
     * @param currency ISO 4217
     * @param amount minor units
     * @param volumeMl millilitres
     */
    public record Sum(String currency, long amount, long volumeMl, long orders) {

        Sum plus(Sum other) {
            return new Sum(
                    currency,
                    Math.addExact(amount, other.amount),
                    Math.addExact(volumeMl, other.volumeMl),
                    orders + other.orders);
        }
    }
}
