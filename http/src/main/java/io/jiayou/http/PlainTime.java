package io.jiayou.http;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads times: ISO 8601 with a zone only, no numbers whose unit one would have to guess. */
final class PlainTime extends StdScalarDeserializer<OffsetDateTime> {

    PlainTime() {
        super(OffsetDateTime.class);
    }

    @Override
    public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) {
        try {
            if (parser.hasToken(JsonToken.VALUE_STRING)) {
                return OffsetDateTime.parse(parser.getString());
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a time is ISO 8601 with its zone: 2026-03-02T08:00:00+08:00", e);
        }
        throw new IllegalArgumentException("a time is a text");
    }
}
