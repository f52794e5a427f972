package io.jiayou.http.document;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.jiayou.http.given.AlsoHolds;
import io.jiayou.values.Limited;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Completes the schemas of records: what may be absent is what may be {@code null} in Java, a component with a kind of value
 * has its shape, and all of it is described as in its Javadoc. Two types under one name would overwrite each other, so the
 * second one is refused.
 */
final class RecordSchemas implements ModelConverter {

    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final Descriptions descriptions = new Descriptions();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json31.mapper().constructType(type.getType());
        if (JsonNode.class.isAssignableFrom(java.getRawClass())) {
            return new JsonSchema();
        }
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (resolved != null && java.getRawClass().isRecord()) {
            String name = name(resolved);
            Schema<?> model =
                    name == null ? resolved : context.getDefinedModels().get(name);
            if (name != null) {
                requireOwn(name, java);
            }
            if (model != null && model.getProperties() != null) {
                descriptions.describe(java.getRawClass(), model);
                complete(java.getRawClass(), true, model);
            }
        }
        return resolved;
    }

    private static @Nullable String name(Schema<?> resolved) {
        String reference = resolved.get$ref();
        return reference == null ? resolved.getName() : reference.substring(Components.COMPONENTS_SCHEMAS_REF.length());
    }

    private void requireOwn(String name, JavaType type) {
        String before = names.putIfAbsent(name, type.toCanonical());
        if (before != null && !before.equals(type.toCanonical())) {
            throw new IllegalStateException("both " + before + " and " + type.toCanonical() + " are called " + name
                    + " in the API's document: name one of them by @Schema(name = …)");
        }
    }

    /** @param present whether what the record is in, if it's part of another's JSON, is always there */
    private void complete(Class<?> type, boolean present, Schema<?> model) {
        for (RecordComponent component : type.getRecordComponents()) {
            boolean always = present && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            Schema<?> property = model.getProperties().get(component.getName());
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                complete(component.getType(), always, model);
            } else if (property != null) {
                complete(component, property);
                descriptions.describe(component, property);
                require(component.getName(), always, model);
            }
        }
        AlsoHolds more = type.getAnnotation(AlsoHolds.class);
        if (more != null) {
            Additions.add(more.value(), model);
        }
    }

    private static void complete(RecordComponent component, Schema<?> property) {
        if (component.getType() == JsonNode.class) {
            // whatever it is
            property.setType(null);
            property.setTypes(null);
        }
        if (component.getAccessor().isAnnotationPresent(JsonRawValue.class)) {
            // swagger-core takes the text that the JSON is kept in for its type
            property.setTypes(Set.of("object"));
            property.setFormat(null);
        }
        Shapes.put(component.getAnnotatedType(), property);
        Limited limited = component.getAnnotation(Limited.class);
        if (limited != null && component.getType() == double.class) {
            // a value that was stored keeps within these, too: it couldn't be made otherwise
            Shapes.put(limited.value(), property);
        }
        if (component.getAnnotatedType() instanceof AnnotatedParameterizedType list && property.getItems() != null) {
            Shapes.put(list.getAnnotatedActualTypeArguments()[0], property.getItems());
        }
    }

    private static void require(String name, boolean always, Schema<?> model) {
        boolean required = model.getRequired() != null && model.getRequired().contains(name);
        if (always && !required) {
            model.addRequiredItem(name);
        } else if (!always && required) {
            model.getRequired().remove(name);
        }
    }
}
