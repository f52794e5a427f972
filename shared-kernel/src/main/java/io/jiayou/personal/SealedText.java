package io.jiayou.personal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A personal text as it is stored: {@code sealed1:TYPE:FIELD:PERSON:CIPHERTEXT}, the ciphertext in Base64url without
 * padding. What stands before the ciphertext is in the open and is what the ciphertext is bound to, so that one that was
 * moved to another event's type, field or person doesn't open.
 *
 * @param type the event's stored name
 * @param field the component's name
 * @param person whose key it is sealed under: the id of a driver, of an account, of feedback by nobody known
 * @param ciphertext with the key's number before it, as Tink writes it
 */
public record SealedText(String type, String field, String person, byte[] ciphertext) {

    /** What readers see of an erased person, and what is stored of one from then on. */
    public static final String ERASED = "[erased]";

    /** What readers see where the key isn't at hand: it was lost, or this node has no keys. */
    public static final String NO_KEY = "[no key]";

    private static final String MARK = "sealed1:";
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();

    /** What the ciphertext is bound to: the associated data of its encryption. */
    public static byte[] binding(String type, String field, String person) {
        return prefix(type, field, person).getBytes(StandardCharsets.UTF_8);
    }

    public byte[] binding() {
        return binding(type, field, person);
    }

    private static String prefix(String type, String field, String person) {
        return MARK + type + ':' + field + ':' + person + ':';
    }

    /** Whether a text is the sealed form of exactly this field of this person. */
    static boolean isOf(String text, String type, String field, String person) {
        return text.startsWith(prefix(type, field, person));
    }

    /** The sealed text that a text is; none for any other text, such as one from before texts were sealed. */
    public static Optional<SealedText> parse(@Nullable String text) {
        if (text == null || !text.startsWith(MARK)) {
            return Optional.empty();
        }
        int type = text.indexOf(':', MARK.length());
        int field = text.indexOf(':', type + 1);
        int person = text.lastIndexOf(':');
        if (type < 0 || field <= type || person <= field) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SealedText(
                    text.substring(MARK.length(), type),
                    text.substring(type + 1, field),
                    text.substring(field + 1, person),
                    Base64.getUrlDecoder().decode(text.substring(person + 1))));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** As it is stored. */
    @Override
    public String toString() {
        return prefix(type, field, person) + TO_TEXT.encodeToString(ciphertext);
    }
}
