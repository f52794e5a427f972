package io.jiayou.imports.stations;

import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads of a JSON value what is asked for, and reads over the rest: however large that is, it takes no memory. */
final class Excerpt {

    private final JsonParser parser;
    private final ObjectReader values;
    private boolean twice;

    /**
     * What to read: certain members of an object, the first elements of an array. Of other objects and arrays nothing is read
     * but that they are there.
     */
    record Asked(Map<String, Asked> members, int elements) {

        /** A text, a number or the like. */
        static final Asked VALUE = new Asked(Map.of(), 0);

        static Asked object(Map<String, Asked> members) {
            return new Asked(members, 0);
        }

        static Asked array(int elements) {
            return new Asked(Map.of(), elements);
        }
    }

    private Excerpt(JsonParser parser, ObjectReader values) {
        this.parser = parser;
        this.values = values;
    }

    /**
     * Reads the value that a parser is at; missing where a member that is asked for stands twice: which one is meant, nobody
     * knows.
     */
    static JsonNode of(JsonParser parser, ObjectReader values, Asked asked) {
        Excerpt excerpt = new Excerpt(parser, values);
        JsonNode value = excerpt.value(asked);
        return excerpt.twice ? MissingNode.getInstance() : value;
    }

    private JsonNode value(Asked asked) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(asked);
            case START_ARRAY -> array(asked);
            default -> values.readTree(parser);
        };
    }

    private ObjectNode object(Asked asked) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            Asked member = asked.members().get(name);
            if (member == null) {
                parser.skipChildren();
            } else {
                JsonNode before = object.replace(name, value(member));
                twice |= before != null;
            }
        }
        return object;
    }

    private ArrayNode array(Asked asked) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (array.size() < asked.elements()) {
                array.add(value(Asked.VALUE));
            } else {
                parser.skipChildren();
            }
        }
        return array;
    }
}
