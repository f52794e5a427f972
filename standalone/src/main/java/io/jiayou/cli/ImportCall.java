package io.jiayou.cli;

import io.jiayou.rules.Detail;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends an import, follows its answer line by line and shows what became of it. A report may be followed by the problem
 * that ended the import, or stand inside the problem of a strict import; then it's shown before the problem is told.
 */
final class ImportCall {

    private final int status;
    private @Nullable JsonNode report;
    private @Nullable JsonNode problem;

    private ImportCall(int status) {
        this.status = status;
    }

    /** @throws Failure if the import ended with a problem */
    static void run(RunningSystem system, HttpRequest request, Detail what, JsonOption json) {
        HttpResponse<Stream<String>> answer = system.send(request, HttpResponse.BodyHandlers.ofLines());
        ImportCall call = new ImportCall(answer.statusCode());
        try (Stream<String> lines = answer.body();
                Progress progress = new Progress(Say.text(what), !json.asked())) {
            for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                call.read(each.next(), progress);
            }
        } catch (UncheckedIOException e) {
            throw system.brokeOff(e);
        }
        call.show(json);
    }

    private void read(String text, Progress progress) {
        if (!text.startsWith("{")) {
            throw RunningSystem.problem(status, text);
        }
        JsonNode line = RunningSystem.parse(text);
        if (line.has("report")) {
            report = line.get("report");
        }
        if (line.has("code") || line.has("problem")) {
            problem = line.path("problem").isObject() ? line.get("problem") : line;
        }
        if (line.has("progress")) {
            progress.at(
                    line.at("/progress/done").asLong(0),
                    line.at("/progress/total").asLong(0));
        }
    }

    private void show(JsonOption json) {
        if (report != null && json.asked()) {
            json.print(problem == null ? report : ((ObjectNode) report).set("problem", withoutReport(problem)));
        } else if (report != null) {
            ImportReport.print(report);
        }
        if (problem != null) {
            throw RunningSystem.problem(status, problem.toString());
        }
        if (report == null) {
            throw new Failure("the import's answer broke off; import again, what is there already stays");
        }
    }

    private static JsonNode withoutReport(JsonNode problem) {
        return ((ObjectNode) problem.deepCopy()).without("report");
    }
}
