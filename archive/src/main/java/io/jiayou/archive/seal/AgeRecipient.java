package io.jiayou.archive.seal;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.security.GeneralSecurityException;

/** Whom something is encrypted to: the public half of an {@link AgeIdentity}, as text {@code age1…}. */
public final class AgeRecipient {

    private final String text;
    private final RecipientStanzaWriter writer;

    private AgeRecipient(String text, RecipientStanzaWriter writer) {
        this.text = text;
        this.writer = writer;
    }

    /** @throws IllegalArgumentException if it isn't an X25519 recipient of the age format */
    public static AgeRecipient parse(String text) {
        try {
            return new AgeRecipient(text, X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(text));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException("not a recipient of the age format (age1…)", e);
        }
    }

    RecipientStanzaWriter writer() {
        return writer;
    }

    @Override
    public String toString() {
        return text;
    }
}
