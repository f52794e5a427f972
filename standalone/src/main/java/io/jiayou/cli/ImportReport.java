package io.jiayou.cli;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Shows an import's report to people: counts, sums, reasons, and the lines at fault. */
final class ImportReport {

    private static final int SHOWN_FAULTS = 20;

    private ImportReport() {}

    static void print(JsonNode report) {
        System.out.printf(
                "%,d lines: accepted %,d, already there %,d, merged %,d, refused %,d%n",
                report.path("lines").asLong(0),
                report.path("accepted").asLong(0),
                report.path("alreadyThere").asLong(0),
                report.path("merged").size(),
                report.path("refused").size() + report.path("refusedUnlisted").asLong(0));
        report.path("sums").forEach(ImportReport::printSum);
        printReasons(report);
        report.path("merged")
                .forEach(it -> System.out.printf(
                        "  %s is the same as %s: %s%n",
                        place(it, "line", "feature"),
                        place(it, "into", "intoFeature"),
                        it.path("detail").asString("")));
        long faults = faults(report).count();
        faults(report).limit(SHOWN_FAULTS).forEach(ImportReport::printFault);
        if (faults > SHOWN_FAULTS) {
            System.out.println("  … the rest with --json");
        }
    }

    private static void printSum(JsonNode sum) {
        int digits = Currency.getInstance(sum.path("currency").asString("CNY")).getDefaultFractionDigits();
        System.out.printf(
                "  %s %,.2f for %,.3f litres in %,d orders%n",
                sum.path("currency").asString(""),
                BigDecimal.valueOf(sum.path("amount").asLong(0), Math.max(0, digits)),
                BigDecimal.valueOf(sum.path("volumeMl").asLong(0), 3),
                sum.path("orders").asLong(0));
    }

    private static void printReasons(JsonNode report) {
        Map<String, String> reasons = new LinkedHashMap<>();
        report.path("refused")
                .forEach(it -> reasons.putIfAbsent(
                        it.path("code").asString(""), it.path("reason").asString("")));
        reasons.forEach((code, reason) -> System.out.printf(
                "  refused %,d: %s%n", report.path("counts").path(code).asLong(0), reason));
    }

    private static Stream<JsonNode> faults(JsonNode report) {
        return Stream.concat(
                        report.path("refused").valueStream(),
                        report.path("remarks").valueStream())
                .filter(line -> line.path("fault").asBoolean(false));
    }

    /** Features are numbered beside their lines: all of them may stand in one line. */
    private static String place(JsonNode entry, String line, String feature) {
        String at = "line " + entry.path(line).asString("?");
        return entry.has(feature) ? at + " (feature " + entry.path(feature).asString("?") + ")" : at;
    }

    private static void printFault(JsonNode line) {
        System.out.printf(
                "  %s%s: %s (%s)%n",
                line.has("file") ? line.get("file").asString() + ", " : "",
                place(line, "line", "feature"),
                line.path("reason").asString(""),
                line.path("detail").asString(""));
    }
}
