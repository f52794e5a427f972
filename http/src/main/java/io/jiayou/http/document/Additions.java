package io.jiayou.http.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;

/** Adds what holds between the members of a body to its schema. */
final class Additions {

    private Additions() {}

    static void add(String json, Schema<?> model) {
        JsonSchema more = read(json);
        model.setIf(more.getIf());
        model.setThen(more.getThen());
        model.setElse(more.getElse());
        model.setDependentRequired(more.getDependentRequired());
        model.setOneOf(more.getOneOf());
        model.setNot(more.getNot());
    }

    private static JsonSchema read(String json) {
        try {
            return Json31.mapper().readValue(json, JsonSchema.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no part of a schema: " + json, e);
        }
    }
}
