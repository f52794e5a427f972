package io.jiayou.trials.malformed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request to an endpoint with one value at an end of what it can be.
 *
 * @param place {@code body}, {@code path} or {@code query}
 * @param member its name, of nested ones the whole way
 * @param value JSON in a body, else a text; none leaves the member out
 */
record Case(
        Endpoint endpoint,
        String place,
        List<String> member,
        @Nullable String value) {

    private static final int DEEPEST = 6;

    /** A request as it should be. */
    static Case unchanged(Endpoint endpoint) {
        return new Case(endpoint, "none", List.of(), null);
    }

    /** All of an endpoint, each member at each of its ends, beside one that is as it should be. */
    static List<Case> of(Endpoint endpoint, JsonNode document) {
        List<Case> cases = new ArrayList<>();
        cases.add(unchanged(endpoint));
        JsonNode operation = document.path("paths")
                .path(endpoint.path())
                .path(endpoint.method().toLowerCase(Locale.ROOT));
        for (JsonNode parameter : operation.path("parameters")) {
            String place = parameter.path("in").asString("");
            if (place.equals("path") || place.equals("query")) {
                List<String> name = List.of(parameter.path("name").asString(""));
                Ends.texts(resolved(parameter.path("schema"), document))
                        .forEach(end -> cases.add(new Case(endpoint, place, name, end)));
            }
        }
        JsonNode body = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        inBody(endpoint, List.of(), resolved(body, document), document, cases);
        return cases;
    }

    private static void inBody(
            Endpoint endpoint, List<String> within, JsonNode schema, JsonNode document, List<Case> cases) {
        if (within.size() > DEEPEST) {
            return;
        }
        schema.path("properties").properties().forEach(property -> {
            List<String> member = new ArrayList<>(within);
            member.add(property.getKey());
            JsonNode inner = resolved(property.getValue(), document);
            Ends.json(inner).forEach(end -> cases.add(new Case(endpoint, "body", member, end)));
            cases.add(new Case(endpoint, "body", member, null));
            inBody(endpoint, member, inner, document, cases);
        });
        if (schema.has("properties")) {
            List<String> surplus = new ArrayList<>(within);
            surplus.add("surplus");
            cases.add(new Case(endpoint, "body", surplus, "1"));
        }
    }

    /** A schema without its references; what may be null has them within a choice. */
    private static JsonNode resolved(JsonNode schema, JsonNode document) {
        JsonNode here = schema;
        for (int n = 0; n < DEEPEST; n++) {
            String reference = here.path("$ref").asString("");
            if (reference.startsWith("#")) {
                here = document.at(reference.substring(1));
            }
            for (String choice : List.of("anyOf", "oneOf", "allOf")) {
                if (here.has(choice)) {
                    here = here.path(choice).path(0);
                }
            }
        }
        return here;
    }

    String told() {
        String shown = value == null ? "left out" : value.length() > 60 ? value.substring(0, 60) + "…" : value;
        return endpoint.name() + ", " + place + " " + String.join(".", member) + " = " + shown.replace("\n", "\\n");
    }
}
