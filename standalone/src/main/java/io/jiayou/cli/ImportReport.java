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
                        "  line %s is the same as line %s: %s%n",
                        it.path("line").asString(""),
                        it.path("into").asString(""),
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
        return report.path("refused").valueStream().filter(line -> line.path("fault")
                .asBoolean(false));
    }

    private static void printFault(JsonNode line) {
        System.out.printf(
                "  %sline %s: %s (%s)%n",
                line.has("file") ? line.get("file").asString() + ", " : "",
                line.path("line").asString("?"),
                line.path("reason").asString(""),
                line.path("detail").asString(""));
    }
}
