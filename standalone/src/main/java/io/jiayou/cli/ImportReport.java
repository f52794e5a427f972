package io.jiayou.cli;

import io.jiayou.rules.Detail;
import io.jiayou.rules.Said;
import io.jiayou.values.Spoken;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Shows an import's report to people: counts, sums, reasons, and the lines at fault. */
final class ImportReport {

    private static final int SHOWN_FAULTS = 20;

    private ImportReport() {}

    static void print(JsonNode report) {
        Say.line(
                "{0} lines: accepted {1}, already there {2}, merged {3}, refused {4}",
                report.path("lines").asLong(0),
                report.path("accepted").asLong(0),
                report.path("alreadyThere").asLong(0),
                report.path("merged").size(),
                report.path("refused").size() + report.path("refusedUnlisted").asLong(0));
        report.path("sums").forEach(ImportReport::printSum);
        printReasons(report);
        report.path("merged")
                .forEach(it -> Say.item(
                        "{0} is the same as {1}: {2}",
                        place(it, "line", "feature"),
                        place(it, "into", "intoFeature"),
                        it.path("detail").asString("")));
        long faults = faults(report).count();
        faults(report).limit(SHOWN_FAULTS).forEach(ImportReport::printFault);
        if (faults > SHOWN_FAULTS) {
            Say.item("... the rest with --json");
        }
    }

    private static void printSum(JsonNode sum) {
        Say.item(
                "{0} for {1} in {2} orders",
                Spoken.money(
                        BigInteger.valueOf(sum.path("amount").asLong(0)),
                        sum.path("currency").asString("CNY")),
                Spoken.litres(sum.path("volumeMl").asLong(0)),
                sum.path("orders").asLong(0));
    }

    private static void printReasons(JsonNode report) {
        Map<String, String> reasons = new LinkedHashMap<>();
        report.path("refused")
                .forEach(it -> reasons.putIfAbsent(
                        it.path("code").asString(""), it.path("reason").asString("")));
        reasons.forEach((code, reason) ->
                Say.item("refused {0}: {1}", report.path("counts").path(code).asLong(0), reason));
    }

    private static Stream<JsonNode> faults(JsonNode report) {
        return Stream.concat(
                        report.path("refused").valueStream(),
                        report.path("remarks").valueStream())
                .filter(line -> line.path("fault").asBoolean(false));
    }

    /** Features are numbered beside their lines: all of them may stand in one line. */
    private static Said place(JsonNode entry, String line, String feature) {
        String at = entry.path(line).asString("?");
        return entry.has(feature)
                ? Detail.of("line {0} (feature {1})", at, entry.path(feature).asString("?"))
                : Detail.of("line {0}", at);
    }

    private static void printFault(JsonNode line) {
        Say.item(
                "{0}{1}: {2} ({3})",
                line.has("file") ? line.get("file").asString() + ", " : "",
                place(line, "line", "feature"),
                line.path("reason").asString(""),
                line.path("detail").asString(""));
    }
}
