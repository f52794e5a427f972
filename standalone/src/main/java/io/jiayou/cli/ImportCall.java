package io.jiayou.cli;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Sends an import and follows its answer: progress line by line, then a report or a problem. */
final class ImportCall {

    private static final int SHOWN_REFUSALS = 20;

    private ImportCall() {}

    /** @throws Failure if the import ended with a problem */
    static JsonNode report(RunningSystem system, HttpRequest request, String what, boolean quiet) {
        HttpResponse<Stream<String>> answer = system.send(request, HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = answer.body();
                Progress progress = new Progress(what, !quiet)) {
            if (answer.statusCode() / 100 != 2) {
                throw RunningSystem.problem(answer.statusCode(), lines.reduce("", String::concat));
            }
            for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                JsonNode line = RunningSystem.parse(each.next());
                if (line.has("report")) {
                    return line.get("report");
                }
                if (line.has("problem")) {
                    throw RunningSystem.problem(500, line.get("problem").toString());
                }
                progress.at(
                        line.at("/progress/done").asLong(0),
                        line.at("/progress/total").asLong(0));
            }
        }
        throw new Failure("the import's answer broke off; import again, what is there already stays");
    }

    static void print(JsonNode report) {
        System.out.printf(
                "accepted %,d, already there %,d, refused %,d%n",
                report.path("accepted").asLong(0),
                report.path("alreadyThere").asLong(0),
                report.path("refused").size());
        for (JsonNode sum : report.path("sums")) {
            System.out.printf(
                    "  %s %s minor units, %s ml, %s orders%n",
                    sum.path("currency").asString(""),
                    sum.path("amount").asString(""),
                    sum.path("volumeMl").asString(""),
                    sum.path("orders").asString(""));
        }
        report.path("refused").valueStream().limit(SHOWN_REFUSALS).forEach(ImportCall::printRefusal);
        if (report.path("refused").size() > SHOWN_REFUSALS) {
            System.out.println("  … the rest with --json");
        }
    }

    private static void printRefusal(JsonNode refusal) {
        System.out.println("  line " + refusal.path("line").asString("?") + ": "
                + refusal.path("reason").asString(""));
    }
}
