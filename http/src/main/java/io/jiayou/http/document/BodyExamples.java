package io.jiayou.http.document;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Makes one example of each request's body out of the examples of its fields. */
final class BodyExamples implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> addExample(operation, api));
    }

    private static void addExample(Operation operation, OpenAPI api) {
        if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
            return;
        }
        MediaType json = operation.getRequestBody().getContent().get("application/json");
        if (json != null && json.getExample() == null && json.getExamples() == null) {
            Object example = example(json.getSchema(), api);
            if (example != null) {
                json.setExample(example);
            }
        }
    }

    private static @Nullable Object example(@Nullable Schema<?> schema, OpenAPI api) {
        if (schema == null) {
            return null;
        }
        if (schema.getExample() != null) {
            return schema.getExample();
        }
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(Components.COMPONENTS_SCHEMAS_REF.length());
            return example(api.getComponents().getSchemas().get(name), api);
        }
        return schema.getProperties() == null ? null : ofFields(schema, api);
    }

    /** A field without an example stays away; a body without one that is required has no example. */
    private static @Nullable Map<String, Object> ofFields(Schema<?> schema, OpenAPI api) {
        Map<String, Object> example = new LinkedHashMap<>();
        schema.getProperties().forEach((name, field) -> {
            Object value = example(field, api);
            if (Objects.nonNull(value)) {
                example.put(name, value);
            }
        });
        boolean complete = schema.getRequired() == null || example.keySet().containsAll(schema.getRequired());
        return complete && !example.isEmpty() ? example : null;
    }
}
