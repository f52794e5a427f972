package io.jiayou.acceptance.contract;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds answers against the API's document, more strictly than a client would: a member that isn't described fails, too. Answers
 * of what isn't described (management, pages) pass.
 */
public final class Contract {

    private static final String LOCATION = "https://jiayou.example/openapi.json";
    private static final Contract KEPT = new Contract(Document.kept());

    private final Document document;
    private final SchemaRegistry schemas;
    private final Map<String, Schema> known = new ConcurrentHashMap<>();

    Contract(Document document) {
        this.document = document;
        JsonNode strict = document.root().deepCopy();
        close(strict);
        schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(Map.of(LOCATION, strict.toString())));
    }

    public static Contract kept() {
        return KEPT;
    }

    /** Lets no object have members that aren't described; where a schema says of them what they are, they may be there. */
    private static void close(JsonNode node) {
        node.forEach(Contract::close);
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }

    /**
     * What an answer has that the document doesn't say; empty if it's as described.
     *
     * @param type of its content; empty for none
     */
    public List<String> differences(String method, String path, int status, String type, String body) {
        Optional<Document.Operation> operation = document.of(method, path);
        if (operation.isEmpty() || status == 405) {
            return List.of();
        }
        JsonNode answers = operation.get().described().path("responses");
        JsonNode answer = document.resolved(answers.path(Integer.toString(status)));
        if (answer.isMissingNode()) {
            return List.of(status + " isn't described");
        }
        return method.equals("HEAD") || status == 304
                ? List.of()
                : content(operation.get(), status, answer, type, body);
    }

    private List<String> content(Document.Operation operation, int status, JsonNode answer, String type, String body) {
        JsonNode contents = answer.path("content");
        if (body.isEmpty() && type.isEmpty()) {
            return contents.isEmpty() ? List.of() : List.of("a body is described and there is none");
        }
        String media = type.split(";", 2)[0].strip();
        if (!contents.has(media)) {
            return List.of("a body of " + media + " isn't described");
        }
        return media.endsWith("json") ? errors(pointer(operation, status), media, body) : new ArrayList<>();
    }

    private String pointer(Document.Operation operation, int status) {
        String[] steps = {"paths", operation.path(), operation.method(), "responses", Integer.toString(status)};
        String pointer = Document.pointer(steps);
        JsonNode reference = document.root().at(pointer).path("$ref");
        return reference.isString() ? reference.stringValue().substring(1) : pointer;
    }

    private List<String> errors(String pointer, String media, String body) {
        String place = pointer + Document.pointer("content", media, "schema");
        Schema schema =
                known.computeIfAbsent(place, it -> schemas.getSchema(SchemaLocation.of(LOCATION + "#" + fragment(it))));
        return schema.validate(body, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** Braces of variables stand in no fragment as they are. */
    private static String fragment(String pointer) {
        return pointer.replace("{", "%7B").replace("}", "%7D");
    }
}
