package io.jiayou.imports;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server answered to an import.
 *
 * @param lines of the answer, each one JSON object
 */
public record ImportAnswer(int status, String contentType, List<JsonNode> lines) {

    private static final JsonMapper JSON = new JsonMapper();

    static ImportAnswer of(int status, String contentType, String body) {
        List<JsonNode> lines = new ArrayList<>();
        body.lines().forEach(line -> lines.add(JSON.readTree(line)));
        return new ImportAnswer(status, contentType, lines);
    }

    /** The report, whether it stands in a stream or in the problem of a strict import. */
    public JsonNode report() {
        return lines.stream()
                .filter(line -> line.has("report"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no report in " + this))
                .get("report");
    }

    /** The problem that is the whole answer or ends it. */
    public JsonNode problem() {
        JsonNode last = lines.getLast();
        return last.has("problem") ? last.get("problem") : last;
    }

    /** Refused lines as {@code line code}, or {@code file line code} for other files than the imported one. */
    public List<String> refused() {
        List<String> refused = new ArrayList<>();
        for (JsonNode line : report().get("refused")) {
            String file = line.has("file") ? line.get("file").asString() + " " : "";
            refused.add(
                    file + line.get("line").asLong() + " " + line.get("code").asString());
        }
        return refused;
    }

    public long number(String field) {
        return report().get(field).asLong();
    }

    public long count(String code) {
        return report().get("counts").path(code).asLong(0);
    }
}
