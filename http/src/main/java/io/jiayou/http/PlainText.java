package io.jiayou.http;

import io.jiayou.rules.NotAllowed;
import io.jiayou.values.Text;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads texts: JSON strings only, no numbers, and without what can't be stored or shown everywhere: see {@link Text}. */
final class PlainText extends StdScalarDeserializer<String> {

    PlainText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new NotAllowed("a text is expected");
        }
        String text = parser.getString();
        if (!Text.isPlain(text)) {
            throw new NotAllowed("a text has no control characters and no broken ones");
        }
        return text;
    }
}
