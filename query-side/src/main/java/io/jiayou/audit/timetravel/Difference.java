package io.jiayou.audit.timetravel;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One field that differs between two answers. Lists are compared entry by entry.
 *
 * @param pointer where it is, as a JSON pointer (RFC 6901)
 * @param before absent if the field wasn't there
 * @param after absent if the field isn't there any more
 */
public record Difference(
        @Schema(example = "/status") String pointer,

        @Schema(description = "any JSON value; absent if the field wasn't there") @Nullable
        JsonNode before,

        @Schema(description = "any JSON value; absent if the field isn't there any more") @Nullable
        JsonNode after) {

    /** All fields that differ, in the order of their names and places; what one side lacks is one difference. */
    static List<Difference> between(JsonNode before, JsonNode after) {
        List<Difference> differences = new ArrayList<>();
        collect("", before, after, differences);
        return differences;
    }

    private static void collect(
            String pointer, @Nullable JsonNode before, @Nullable JsonNode after, List<Difference> differences) {
        if (before != null && after != null && before.isObject() && after.isObject()) {
            Set<String> names = new TreeSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            for (String name : names) {
                collect(pointer + "/" + escaped(name), before.get(name), after.get(name), differences);
            }
        } else if (before != null && after != null && before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                collect(pointer + "/" + i, before.get(i), after.get(i), differences);
            }
        } else if (before == null || !before.equals(after)) {
            differences.add(new Difference(pointer, before, after));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
