package io.jiayou.http;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Bodies are read to the letter: nothing unknown, nothing twice, nothing behind the end, and no value of another type
 * that would do somehow. Otherwise a mistyped field would be ignored and 199.99 fen would become 199.
 */
final class StrictBodies implements ServerHttpMessageConvertersCustomizer {

    private static final Set<String> OTHER_FORMATS = Set.of("yaml", "xml", "cbor", "x-jackson-smile");

    private final JsonMapper json;

    StrictBodies(JsonMapper json) {
        this.json = json.rebuild()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .addModule(new SimpleModule("plain")
                        .addDeserializer(String.class, new PlainText())
                        .addDeserializer(int.class, WholeNumber.ofInt(int.class))
                        .addDeserializer(Integer.class, WholeNumber.ofInt(Integer.class))
                        .addDeserializer(long.class, WholeNumber.ofLong(long.class))
                        .addDeserializer(Long.class, WholeNumber.ofLong(Long.class))
                        .addDeserializer(OffsetDateTime.class, new PlainTime<>(OffsetDateTime.class, moment -> moment))
                        .addDeserializer(Instant.class, new PlainTime<>(Instant.class, OffsetDateTime::toInstant)))
                .build();
    }

    @Override
    public void customize(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new PlainJson(json));
        converters.configureMessageConvertersList(all -> all.removeIf(StrictBodies::isOfAnotherFormat));
    }

    /** Jackson reads whatever formats happen to be on the classpath, and reads them less strictly. */
    private static boolean isOfAnotherFormat(HttpMessageConverter<?> converter) {
        return converter.getSupportedMediaTypes().stream()
                .map(MediaType::getSubtype)
                .anyMatch(OTHER_FORMATS::contains);
    }

    /** Answers aren't called problems, nor anything else with JSON in it, because whoever asks would accept that. */
    private static final class PlainJson extends JacksonJsonHttpMessageConverter {

        private PlainJson(JsonMapper json) {
            super(json);
        }

        @Override
        public List<MediaType> getSupportedMediaTypes(Class<?> type) {
            return ProblemDetail.class.isAssignableFrom(type)
                    ? super.getSupportedMediaTypes(type)
                    : List.of(MediaType.APPLICATION_JSON);
        }
    }
}
