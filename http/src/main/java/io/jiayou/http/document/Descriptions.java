package io.jiayou.http.document;

import io.jiayou.http.given.Coded;
import io.jiayou.http.given.CodedCheck;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Describes schemas by what the Javadoc of their types says. A description that an annotation gives goes before it. */
final class Descriptions {

    private final Javadocs javadocs = new Javadocs();

    void describe(Class<?> type, Schema<?> model) {
        String summary = javadocs.summary(type);
        if (model.getDescription() == null && !summary.isEmpty()) {
            model.setDescription(summary);
        }
    }

    void describe(RecordComponent component, Schema<?> property) {
        String said = Objects.requireNonNullElseGet(property.getDescription(), () -> javadocs.of(component));
        String values = values(component.getAnnotatedType(), property);
        // what was described before ends with them already
        String text = said.endsWith(values) ? said : (said + "\n\n" + values).strip();
        if (!text.isEmpty()) {
            property.setDescription(text);
        }
    }

    /** What each of some words means, of one or of a list of them. */
    private String values(AnnotatedType type, Schema<?> schema) {
        Coded coded = type.getAnnotation(Coded.class);
        if (coded != null) {
            return values(coded.value(), CodedCheck::code, schema);
        }
        if (type instanceof AnnotatedParameterizedType list && schema.getItems() != null) {
            return values(list.getAnnotatedActualTypeArguments()[0], schema.getItems());
        }
        return type.getType() instanceof Class<?> words && words.isEnum()
                ? values(words.asSubclass(Enum.class), Enum::name, schema)
                : "";
    }

    private String values(Class<? extends Enum> words, Function<Enum<?>, String> written, Schema<?> schema) {
        List<?> shown = Objects.requireNonNullElse(schema.getEnum(), List.of());
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> shown.contains(written.apply(word))
                        && !javadocs.of(word).isEmpty())
                .map(word -> "- `" + written.apply(word) + "`: " + javadocs.of(word))
                .collect(Collectors.joining("\n"));
    }
}
