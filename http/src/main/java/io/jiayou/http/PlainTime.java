package io.jiayou.http;

import io.jiayou.rules.NotAllowed;
import io.jiayou.values.Moments;
import java.time.OffsetDateTime;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads times: ISO 8601 with a zone only, no numbers whose unit one would have to guess. */
final class PlainTime<T> extends StdScalarDeserializer<T> {

    private final transient Function<OffsetDateTime, T> form;

    /** @param form what becomes of a time that was read */
    PlainTime(Class<T> type, Function<OffsetDateTime, T> form) {
        super(type);
        this.form = form;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            return form.apply(Moments.read(parser.getString()));
        }
        throw new NotAllowed("a time is ISO 8601 with its zone: 2026-03-02T08:00:00+08:00");
    }
}
