package io.jiayou.acceptance.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API's document as it's kept with the sources. */
public final class Document {

    /** Beside the pages for people. */
    public static final Path FILE = Path.of("../docs/openapi.json");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode root;

    Document(JsonNode root) {
        this.root = root;
    }

    public static Document kept() {
        return read(FILE);
    }

    static Document read(Path file) {
        try {
            return new Document(JSON.readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode root() {
        return root;
    }

    /**
     * An operation.
     *
     * @param path with its variables in braces
     * @param method in lower case
     */
    public record Operation(String path, String method, JsonNode described) {

        /** {@code GET /api/orders/{orderId}}. */
        public String name() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    /** All of them. */
    public List<Operation> operations() {
        return root.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> new Operation(path.getKey(), method.getKey(), method.getValue())))
                .toList();
    }

    /** Of a request, the one with the fewest variables in its path; HEAD is answered as GET is. */
    Optional<Operation> of(String method, String path) {
        String wanted = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        String[] asked = path.split("\\?", 2)[0].split("/", -1);
        return operations().stream()
                .filter(operation -> operation.method().equals(wanted))
                .filter(operation -> matches(operation.path().split("/", -1), asked))
                .min(Comparator.comparing(operation ->
                        operation.path().chars().filter(it -> it == '{').count()));
    }

    private static boolean matches(String[] pattern, String[] asked) {
        return pattern.length == asked.length
                && java.util.stream.IntStream.range(0, pattern.length)
                        .allMatch(
                                n -> pattern[n].startsWith("{") && !asked[n].isEmpty() || pattern[n].equals(asked[n]));
    }

    /** What a reference stands for; anything else itself. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isString() ? resolved(root.at(reference.stringValue().substring(1))) : node;
    }

    static String pointer(String... steps) {
        return Arrays.stream(steps)
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .reduce("", String::concat);
    }
}
