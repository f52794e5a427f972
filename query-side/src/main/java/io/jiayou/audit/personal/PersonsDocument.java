package io.jiayou.audit.personal;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.util.NameTransformer;

/** Lets everything that is written below a document know whose it is. */
final class PersonsDocument extends ValueSerializer<Object> {

    private static final Object PERSON = new Object();

    private final ValueSerializer<Object> document;

    @SuppressWarnings("unchecked") // Jackson asks by class, and knows no more
    PersonsDocument(ValueSerializer<?> document) {
        this.document = (ValueSerializer<Object>) document;
    }

    /** Of the innermost document that is being written. */
    static @Nullable String personOf(SerializationContext context) {
        return (String) context.getAttribute(PERSON);
    }

    private static void within(Object value, SerializationContext context, Runnable write) {
        Object outside = context.getAttribute(PERSON);
        context.setAttribute(PERSON, ((OfPerson) value).person());
        try {
            write.run();
        } finally {
            context.setAttribute(PERSON, outside);
        }
    }

    @Override
    public void serialize(Object value, JsonGenerator json, SerializationContext context) {
        within(value, context, () -> document.serialize(value, json, context));
    }

    @Override
    public void serializeWithType(
            Object value, JsonGenerator json, SerializationContext context, TypeSerializer typed) {
        within(value, context, () -> document.serializeWithType(value, json, context, typed));
    }

    @Override
    public void resolve(SerializationContext context) {
        document.resolve(context);
    }

    @Override
    public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
        return new PersonsDocument(document.createContextual(context, property));
    }

    @Override
    public ValueSerializer<Object> unwrappingSerializer(NameTransformer names) {
        return new PersonsDocument(document.unwrappingSerializer(names));
    }

    @Override
    public boolean isUnwrappingSerializer() {
        return document.isUnwrappingSerializer();
    }

    @Override
    public boolean usesObjectId() {
        return document.usesObjectId();
    }

    @Override
    public void acceptJsonFormatVisitor(JsonFormatVisitorWrapper visitor, tools.jackson.databind.JavaType type) {
        document.acceptJsonFormatVisitor(visitor, type);
    }
}
