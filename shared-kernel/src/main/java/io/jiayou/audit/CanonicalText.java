package io.jiayou.audit;

/** Texts as RFC 8785, section 3.2.2.2, writes them. */
final class CanonicalText {

    private CanonicalText() {}

    static void append(StringBuilder line, String text) {
        line.append('"');
        if (isPlain(text)) {
            line.append(text);
        } else {
            escape(line, text);
        }
        line.append('"');
    }

    /** Nearly all texts are, and are copied whole. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static void escape(StringBuilder line, String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '"', '\\' -> line.append('\\').append(c);
                case '\b' -> line.append("\\b");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\f' -> line.append("\\f");
                case '\r' -> line.append("\\r");
                default -> {
                    if (c < ' ') {
                        line.append("\\u00").append(c < 0x10 ? '0' : '1').append(Character.forDigit(c & 0xf, 16));
                    } else {
                        requirePair(text, at);
                        line.append(c);
                    }
                }
            }
        }
    }

    /** Half a pair has no UTF-8: two different texts would be written alike. */
    private static void requirePair(String text, int at) {
        char c = text.charAt(at);
        boolean paired = Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : !Character.isLowSurrogate(c) || at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        if (!paired) {
            throw new IllegalArgumentException("a text has half a surrogate pair");
        }
    }
}
