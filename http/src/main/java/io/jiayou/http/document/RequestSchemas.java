package io.jiayou.http.document;

import io.jiayou.values.Text;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * What bodies of requests are held to, whatever they are: nothing unknown in them, {@code null} only for what may be absent, texts
 * that can be stored and shown everywhere.
 */
final class RequestSchemas implements OpenApiCustomizer {

    private static final String PLAIN = "^" + Text.PLAIN + "$";

    @Override
    public void customise(OpenAPI api) {
        // two of them may be equal before they are completed
        Set<Schema<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> strict(operation, api, seen));
    }

    private static void strict(Operation operation, OpenAPI api, Set<Schema<?>> seen) {
        if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
            MediaType json = operation.getRequestBody().getContent().get("application/json");
            if (json != null) {
                strict(json.getSchema(), api, seen);
            }
        }
    }

    private static void strict(Schema<?> schema, OpenAPI api, Set<Schema<?>> seen) {
        if (schema.get$ref() != null) {
            Schema<?> named = Objects.requireNonNull(api.getComponents()
                    .getSchemas()
                    .get(schema.get$ref().substring(Components.COMPONENTS_SCHEMAS_REF.length())));
            if (seen.add(named)) {
                strict(named, api, seen);
            }
            return;
        }
        if (schema.getItems() != null) {
            strict(schema.getItems(), api, seen);
        }
        if (isFreeText(schema)) {
            schema.setPattern(PLAIN);
        }
        if (schema.getProperties() != null) {
            schema.setAdditionalProperties(false);
            schema.setProperties(members(schema, api, seen));
        }
    }

    private static Map<String, Schema> members(Schema<?> schema, OpenAPI api, Set<Schema<?>> seen) {
        List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
        Map<String, Schema> members = new LinkedHashMap<>();
        schema.getProperties().forEach((name, member) -> {
            strict(member, api, seen);
            members.put(name, required.contains(name) ? member : orNull(member));
        });
        return members;
    }

    private static boolean isFreeText(Schema<?> schema) {
        return schema.getTypes() != null
                && schema.getTypes().contains("string")
                && schema.getPattern() == null
                && schema.getFormat() == null
                && schema.getEnum() == null;
    }

    @SuppressWarnings("unchecked")
    private static Schema<?> orNull(Schema<?> member) {
        if (member.get$ref() != null) {
            Schema<?> either = new JsonSchema().description(member.getDescription());
            member.setDescription(null);
            return either.anyOf(List.of(member, new JsonSchema().typesItem("null")));
        }
        member.addType("null");
        if (member.getEnum() != null && member.getEnum().stream().noneMatch(Objects::isNull)) {
            List<Object> values = new ArrayList<>(member.getEnum());
            values.add(null);
            ((Schema<Object>) member).setEnum(values);
        }
        return member;
    }
}
