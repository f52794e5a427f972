package io.jiayou.serialization;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events as JSON under their stored names and revisions, and metadata beside them. Components keep the order of
 * their declaration, absent values are left out, times are ISO 8601 in UTC, all values of metadata are strings.
 *
 * <p>Unknown fields are ignored, so that an older reader survives a newer writer; an event that lacks a component which
 * isn't {@code @Nullable} is refused with a {@link SerializationException}. A stored name that nobody knows any more
 * becomes Axon's {@code UnknownSerializedType}.
 */
public final class EventSerializer extends Jackson3Serializer {

    private final Map<String, Class<?>> classes;
    private final Map<Class<?>, SerializedType> types = new HashMap<>();

    public EventSerializer() {
        this(StoredEvents.all());
    }

    /** For events that only a test knows. */
    EventSerializer(Map<String, Class<?>> classes) {
        super(builder().jsonMapperBuilderCustomizer(EventSerializer::configure));
        this.classes = classes;
        classes.forEach((name, event) -> types.put(
                event,
                new SimpleSerializedType(
                        name, String.valueOf(StoredEvents.storedAs(event).revision()))));
    }

    /** @throws SerializationException also for metadata with a value that isn't a string */
    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> expectedRepresentation) {
        if (object instanceof MetaData metadata) {
            requireStrings(metadata);
        }
        return super.serialize(object, expectedRepresentation);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> event = classes.get(type.getName());
        return event == null ? super.classForType(type) : event;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public SerializedType typeForClass(@Nullable Class type) {
        SerializedType stored = type == null ? null : types.get(type);
        return stored == null ? super.typeForClass(type) : stored;
    }

    private static void requireStrings(MetaData metadata) {
        metadata.forEach((key, value) -> {
            if (!(value instanceof String)) {
                throw new SerializationException("metadata are strings, and " + key + " isn't");
            }
        });
    }

    private static void configure(JsonMapper.Builder mapper) {
        mapper.changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .annotationIntrospector(
                        new AnnotationIntrospectorPair(new JacksonAnnotationIntrospector(), new RequiredComponents()))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
