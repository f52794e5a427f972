package io.jiayou.command;

import io.jiayou.http.Answer;
import io.jiayou.http.Client;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A command as the API's document describes it. */
record Documented(String method, String path, JsonNode operation) {

    private static final List<String> WITHOUT_RECEIPT = List.of(
            "/api/imports/",
            "/api/sessions",
            "/api/accounts",
            "/api/machine-keys",
            "/api/password",
            "/api/second-factor",
            "/api/perimeter/");

    /** All commands of the document that are answered with receipts: not the imports of files, nor logging in, nor the border. */
    static List<Documented> commands(JsonNode document) {
        return document.get("paths").properties().stream()
                .filter(path -> WITHOUT_RECEIPT.stream().noneMatch(path.getKey()::startsWith))
                .flatMap(Documented::ofPath)
                .filter(command -> !command.method.equals("GET"))
                .toList();
    }

    private static Stream<Documented> ofPath(Map.Entry<String, JsonNode> path) {
        return path.getValue().properties().stream()
                .map(operation -> new Documented(
                        operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()));
    }

    String name() {
        return method + " " + path;
    }

    /** The example of the body; a missing node if it has none. */
    JsonNode example() {
        return operation.at("/requestBody/content").path("application/json").path("example");
    }

    boolean hasBody() {
        return operation.has("requestBody");
    }

    /** Sends the example to the path whose parameters are their examples. */
    Answer sendExample(Client client) {
        return send(client, example().isMissingNode() ? "" : example().toString());
    }

    Answer send(Client client, String body) {
        return client.send(method, examplePath(), BodyPublishers.ofString(body));
    }

    String examplePath() {
        String filled = path;
        for (JsonNode parameter : operation.path("parameters")) {
            String example = parameter.path("example").asString();
            filled = filled.replace(
                    "{" + parameter.get("name").asString() + "}", URLEncoder.encode(example, StandardCharsets.UTF_8));
        }
        return filled;
    }
}
