package io.jiayou.serialization;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jiayou.personal.PersonalFields;
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
 * becomes Axon's {@code UnknownSerializedType}. Personal texts are read as they are stored: sealed, or in the open where they
 * are older than sealing.
 */
public final class EventSerializer extends Jackson3Serializer {

    private final Map<String, Class<?>> classes;
    private final boolean sealedOnly;
    private final Map<Class<?>, SerializedType> types = new HashMap<>();

    /** Writes events as they are. */
    public EventSerializer() {
        this(StoredEvents.all(), false);
    }

    /** Writes no event with a personal text in the open, whichever way it came. */
    public static EventSerializer ofSealedEvents() {
        return new EventSerializer(StoredEvents.all(), true);
    }

    /** For events that only a test knows. */
    EventSerializer(Map<String, Class<?>> classes) {
        this(classes, false);
    }

    private EventSerializer(Map<String, Class<?>> classes, boolean sealedOnly) {
        super(builder().jsonMapperBuilderCustomizer(EventSerializer::configure));
        this.classes = classes;
        this.sealedOnly = sealedOnly;
        classes.forEach((name, event) -> types.put(
                event,
                new SimpleSerializedType(
                        name, String.valueOf(StoredEvents.storedAs(event).revision()))));
    }

    /** @throws SerializationException also for metadata with a value that isn't a string, and for what has to be sealed */
    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> expectedRepresentation) {
        if (object instanceof MetaData metadata) {
            requireStrings(metadata);
        }
        if (sealedOnly && !PersonalFields.of(object.getClass()).areSealed(object)) {
            throw new SerializationException(
                    "an event of " + object.getClass().getSimpleName() + " has personal data in the open");
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
