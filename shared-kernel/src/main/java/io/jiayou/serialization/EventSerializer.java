package io.jiayou.serialization;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events as JSON under their stored names. Absent values are left out; unknown fields are ignored, so that an
 * older reader survives a newer writer. Times are ISO 8601 in UTC.
 */
public final class EventSerializer extends Jackson3Serializer {

    private final Map<String, Class<?>> classes = StoredEvents.all();
    private final Map<Class<?>, SerializedType> types = new HashMap<>();

    public EventSerializer() {
        super(builder().jsonMapperBuilderCustomizer(EventSerializer::configure));
        classes.forEach((name, event) -> types.put(
                event,
                new SimpleSerializedType(
                        name, String.valueOf(StoredEvents.storedAs(event).revision()))));
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

    private static void configure(JsonMapper.Builder mapper) {
        mapper.changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
