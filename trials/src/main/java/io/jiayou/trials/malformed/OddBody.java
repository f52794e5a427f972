package io.jiayou.trials.malformed;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An example of a body with one thing wrong in it, at any depth. */
final class OddBody {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Stands where JSON goes that no tree can hold: numbers of any size, a member twice. */
    private static final String MARK = "here-it-goes-wrong";

    private OddBody() {}

    static String withValue(JsonNode example, String json, RandomGenerator random) {
        ObjectNode copy = copy(example);
        List<Runnable> places = new ArrayList<>();
        collect(copy, places);
        if (places.isEmpty()) {
            return json;
        }
        OddValues.any(places, random).run();
        return copy.toString().replace('"' + MARK + '"', json);
    }

    static String withText(JsonNode example, String text, RandomGenerator random) {
        return withValue(example, JSON.writeValueAsString(text), random);
    }

    static String without(JsonNode example, RandomGenerator random) {
        ObjectNode copy = copy(example);
        List<String> names = List.copyOf(copy.propertyNames());
        if (!names.isEmpty()) {
            copy.remove(OddValues.any(names, random));
        }
        return copy.toString();
    }

    static String withMore(JsonNode example, RandomGenerator random) {
        ObjectNode copy = copy(example);
        copy.put(OddValues.any(List.of("surplus", "__proto__", "@type", "$ref", "", "class"), random), 1);
        return copy.toString();
    }

    static String withMemberTwice(JsonNode example, RandomGenerator random) {
        String whole = copy(example).toString();
        if (whole.length() <= 2) {
            return "{\"a\":1,\"a\":2}";
        }
        String members = whole.substring(1, whole.length() - 1);
        return random.nextBoolean() ? "{" + members + "," + members + "}" : whole + whole;
    }

    static String nested(JsonNode example, RandomGenerator random) {
        int depth = 1 << random.nextInt(6, 15);
        String deep = random.nextBoolean()
                ? "[".repeat(depth) + "]".repeat(depth)
                : "{\"a\":".repeat(depth / 4) + "1" + "}".repeat(depth / 4);
        return random.nextBoolean() ? deep : withValue(example, deep, random);
    }

    private static ObjectNode copy(JsonNode example) {
        return example instanceof ObjectNode object ? object.deepCopy() : JSON.createObjectNode();
    }

    private static void collect(JsonNode node, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                places.add(() -> object.put(member.getKey(), MARK));
                collect(member.getValue(), places);
            });
        } else if (node instanceof ArrayNode array) {
            for (int n = 0; n < array.size(); n++) {
                int place = n;
                places.add(() -> array.set(place, MARK));
                collect(array.get(n), places);
            }
        }
    }
}
