package io.jiayou.http.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Adds what holds between the members of a body to its schema. */
final class Additions {

    private static final Set<String> KNOWN = Set.of("if", "then", "else");

    private Additions() {}

    static void add(String json, Schema<?> model) {
        JsonSchema more = read(json);
        model.setIf(open(more.getIf()));
        model.setThen(open(more.getThen()));
        model.setElse(open(more.getElse()));
    }

    /** A branch names some members; checkers that close every object would refuse the others in it. */
    private static @Nullable Schema<?> open(@Nullable Schema<?> branch) {
        return branch == null ? null : branch.unevaluatedProperties(new JsonSchema());
    }

    private static JsonSchema read(String json) {
        try {
            Set<String> others = new TreeSet<>();
            Json31.mapper().readTree(json).fieldNames().forEachRemaining(others::add);
            others.removeAll(KNOWN);
            if (!others.isEmpty()) {
                throw new IllegalStateException("nothing is done here with " + others);
            }
            return Json31.mapper().readValue(json, JsonSchema.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no part of a schema: " + json, e);
        }
    }
}
