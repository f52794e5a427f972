package io.jiayou.trials.malformed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * An endpoint as the system's document describes it.
 *
 * @param path with its variables in braces
 * @param example of its body; a missing node where it takes none
 * @param files whether its body is a form with files
 */
record Endpoint(String method, String path, List<Parameter> parameters, JsonNode example, boolean files) {

    /**
     * @param place {@code path}, {@code query} or {@code header}
     * @param example as the document gives it, else an empty text
     */
    record Parameter(String name, String place, String example, boolean required) {}

    /** All of the document's, in its order. */
    static List<Endpoint> of(JsonNode document) {
        List<Endpoint> endpoints = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> endpoints.add(
                        of(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        return endpoints;
    }

    private static Endpoint of(String method, String path, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode each : operation.path("parameters")) {
            parameters.add(new Parameter(
                    each.path("name").asString(""),
                    each.path("in").asString(""),
                    each.path("example").asString(""),
                    each.path("required").asBoolean(false)));
        }
        JsonNode content = operation.path("requestBody").path("content");
        return new Endpoint(
                method,
                path,
                List.copyOf(parameters),
                content.path("application/json").path("example"),
                content.has("multipart/form-data"));
    }

    /** Whether it begins, renews or ends them. */
    boolean isAboutSessions() {
        return path.startsWith("/api/sessions");
    }

    String name() {
        return method + " " + path;
    }
}
