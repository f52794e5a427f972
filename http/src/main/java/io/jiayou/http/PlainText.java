package io.jiayou.http;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads texts: JSON strings only, no numbers, and without what can't be stored or shown everywhere: control characters
 * other than tabs and line ends, and halves of surrogate pairs, which have no form in UTF-8.
 */
final class PlainText extends StdScalarDeserializer<String> {

    PlainText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new IllegalArgumentException("a text is expected");
        }
        String text = parser.getString();
        if (!text.codePoints().allMatch(PlainText::isPlain)) {
            throw new IllegalArgumentException("a text has no control characters and no broken ones");
        }
        return text;
    }

    private static boolean isPlain(int character) {
        return character == '\n'
                || character == '\r'
                || character == '\t'
                || !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
    }
}
