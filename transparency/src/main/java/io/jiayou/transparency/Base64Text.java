package io.jiayou.transparency;

import java.util.Base64;

/** Standard Base64 with padding (RFC 4648, section 4), in the one canonical spelling of each value. */
final class Base64Text {

    private Base64Text() {}

    static String of(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @throws VerificationException MALFORMED for other characters, no padding or stray bits at the end */
    static byte[] parse(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (of(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new VerificationException(Verdict.MALFORMED, "not Base64", e);
        }
        throw VerificationException.malformed("not the canonical Base64 of its value");
    }
}
