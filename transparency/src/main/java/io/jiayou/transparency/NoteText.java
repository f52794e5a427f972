package io.jiayou.transparency;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The characters that notes are made of: valid UTF-8, and newline as the only ASCII control character. */
final class NoteText {

    private NoteText() {}

    /** @throws VerificationException MALFORMED for invalid UTF-8 or control characters */
    static String decode(byte[] bytes) {
        try {
            return checked(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new VerificationException(Verdict.MALFORMED, "not valid UTF-8", e);
        }
    }

    /** @throws VerificationException MALFORMED for half a character or control characters */
    static byte[] encode(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(checked(text)));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new VerificationException(Verdict.MALFORMED, "not valid Unicode", e);
        }
    }

    private static String checked(String text) {
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw VerificationException.malformed("a note has no control characters but newline");
        }
        return text;
    }
}
