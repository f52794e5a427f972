package io.jiayou.http;

import io.jiayou.rules.NotAllowed;
import io.jiayou.values.Text;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads texts: JSON strings only, no numbers, and without what can't be stored or shown everywhere: see {@link Text}. */
final class PlainText extends StdScalarDeserializer<String> {

    /** No request has nearly as many. */
    private static final int MOST = 500;

    PlainText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new NotAllowed("a text is expected");
        }
        countOneMore(context);
        String text = parser.getString();
        if (!Text.isPlain(text)) {
            throw new NotAllowed("a text has no control characters and no broken ones");
        }
        return text;
    }

    /** What is wrong with each of very many would take the square of their number to tell. */
    private static void countOneMore(DeserializationContext context) {
        int texts = context.getAttribute(PlainText.class) instanceof Integer before ? before + 1 : 1;
        if (texts > MOST) {
            throw new NotAllowed("a body has up to {0} texts", MOST);
        }
        context.setAttribute(PlainText.class, texts);
    }
}
