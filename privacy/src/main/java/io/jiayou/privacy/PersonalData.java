package io.jiayou.privacy;

import io.jiayou.personal.PersonalFields;
import io.jiayou.personal.Place;
import io.jiayou.personal.SealedText;
import io.jiayou.privacy.PersonKeys.Key;
import io.jiayou.privacy.PersonKeys.Standing;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Seals what is personal in events and opens it again. Without a store of keys it leaves events as they are, and shows
 * {@link SealedText#NO_KEY} of what others have sealed.
 */
public final class PersonalData {

    private final @Nullable PersonKeys keys;

    private PersonalData(@Nullable PersonKeys keys) {
        this.keys = keys;
    }

    public static PersonalData under(PersonKeys keys) {
        return new PersonalData(keys);
    }

    /** Where no keys are kept. */
    public static PersonalData inTheOpen() {
        return new PersonalData(null);
    }

    /** Whether anything is sealed here. */
    public boolean isSealing() {
        return keys != null;
    }

    /**
     * The event as it may be stored. Of a person who is erased nothing is kept: {@link SealedText#ERASED} takes the place of
     * each text.
     *
     * @param event in the open; a text that looks sealed is taken for what somebody typed
     */
    public Object sealed(Object event) {
        PersonKeys known = keys;
        return known == null
                ? event
                : PersonalFields.of(event.getClass())
                        .exchange(event, (type, field, person, text) -> sealed(known, type, field, person, text));
    }

    private static String sealed(PersonKeys keys, String type, String field, String person, String text) {
        Key key = keys.findOrMake(person).key();
        if (key == null) {
            return SealedText.ERASED;
        }
        try {
            byte[] plain = text.getBytes(StandardCharsets.UTF_8);
            byte[] ciphertext = key.aead().encrypt(plain, SealedText.binding(type, field, person));
            return new SealedText(type, field, person, ciphertext).toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a text can't be sealed", e);
        }
    }

    /**
     * The event as it happened, out of its stored form.
     *
     * @throws IllegalStateException if a sealed text was changed or stands where it wasn't sealed for
     */
    public Object opened(Object event) {
        return PersonalFields.of(event.getClass()).exchange(event, this::opened);
    }

    private String opened(String type, String field, String person, String text) {
        return opened(text, Place.of(type, field, person), reason -> {
            throw new IllegalStateException(field + " of an event " + type + " was " + reason);
        });
    }

    /**
     * What a text says that stands somewhere: itself, if it isn't sealed; {@link SealedText#ERASED} of an erased person;
     * {@link SealedText#NO_KEY} without the right key, and of a text that was changed or sealed for another place.
     *
     * @param misplaced told of such a text, in a few words
     */
    public String opened(String text, Place place, Consumer<String> misplaced) {
        SealedText sealed = SealedText.parse(text).orElse(null);
        if (sealed == null) {
            return text;
        }
        if (!place.holds(sealed)) {
            misplaced.accept("sealed for another place");
            return SealedText.NO_KEY;
        }
        PersonKeys known = keys;
        return known == null ? SealedText.NO_KEY : opened(known, sealed, misplaced);
    }

    private static String opened(PersonKeys keys, SealedText sealed, Consumer<String> misplaced) {
        Standing standing = keys.find(sealed.person());
        Key key = standing.key();
        if (key == null || !Gcm.isOf(key.number(), sealed.ciphertext())) {
            return standing.erased() ? SealedText.ERASED : SealedText.NO_KEY;
        }
        try {
            return new String(key.aead().decrypt(sealed.ciphertext(), sealed.binding()), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException changed) {
            misplaced.accept("changed");
            return SealedText.NO_KEY;
        }
    }

    /** Whether a person is erased, or is being erased; as this node knows it. */
    public boolean isErased(String person) {
        return keys != null && keys.find(person).erased();
    }
}
