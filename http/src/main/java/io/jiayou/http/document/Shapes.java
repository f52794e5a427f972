package io.jiayou.http.document;

import io.jiayou.http.given.Coded;
import io.jiayou.http.given.CodedCheck;
import io.jiayou.http.given.Given;
import io.jiayou.http.given.GivenCheck;
import io.jiayou.values.Limit;
import io.jiayou.values.Shape;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.List;

/** Writes what may be given into schemas. */
final class Shapes {

    private static final String BLANK = "^ {0," + GivenCheck.LONGEST_BLANK + "}$|";

    private Shapes() {}

    /** What the annotations of a field, an entry or a parameter say. */
    static void put(AnnotatedElement given, Schema<?> schema) {
        Given kind = given.getAnnotation(Given.class);
        if (kind != null) {
            put(kind.value().shape(), kind.blank(), schema);
        }
        Coded coded = given.getAnnotation(Coded.class);
        if (coded != null) {
            list(CodedCheck.codes(coded), schema);
        }
        if (schema.getMaxItems() != null && schema.getMaxItems() == Integer.MAX_VALUE) {
            // no limit: an annotation's default
            schema.setMaxItems(null);
        }
        if (schema.getPattern() != null && !schema.getPattern().startsWith("^")) {
            // validation holds the whole text to a pattern, a schema any part of it
            schema.setPattern("^(?:" + schema.getPattern() + ")$");
        }
    }

    static void put(Limit limit, Schema<?> schema) {
        put(limit.shape(), false, schema);
    }

    /** An annotation beside it may ask for more. */
    private static void put(Shape shape, boolean blank, Schema<?> schema) {
        if (shape.pattern() != null) {
            schema.setPattern((blank ? BLANK : "") + shape.pattern());
        }
        if (shape.longest() != null) {
            schema.setMaxLength(
                    schema.getMaxLength() == null ? shape.longest() : Math.min(schema.getMaxLength(), shape.longest()));
        }
        if (shape.least() != null && shape.most() != null) {
            BigDecimal least = BigDecimal.valueOf(shape.least());
            BigDecimal most = BigDecimal.valueOf(shape.most());
            schema.setMinimum(
                    schema.getMinimum() == null ? least : schema.getMinimum().max(least));
            schema.setMaximum(
                    schema.getMaximum() == null ? most : schema.getMaximum().min(most));
        }
        if (!shape.values().isEmpty()) {
            list(shape.values(), schema);
        }
    }

    @SuppressWarnings("unchecked")
    private static void list(List<String> values, Schema<?> schema) {
        ((Schema<Object>) schema).setEnum(List.copyOf(values));
    }
}
