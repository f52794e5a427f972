package io.jiayou.archive.seal;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.x25519.X25519KeyFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.spec.SecretKeySpec;

/** What opens an archive, as text {@code AGE-SECRET-KEY-1…}. It belongs where the archive is restored, not where it is written. */
public final class AgeIdentity {

    private final String secret;
    private final AgeRecipient recipient;
    private final RecipientStanzaReader reader;

    private AgeIdentity(String secret) throws GeneralSecurityException {
        this.secret = secret;
        this.reader = X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(secret);
        SecretKeySpec key = new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "X25519");
        byte[] encoded = new X25519KeyFactory().translateKey(key).getEncoded();
        this.recipient = AgeRecipient.parse(new String(encoded, StandardCharsets.US_ASCII));
    }

    public static AgeIdentity generate() {
        try {
            byte[] secret =
                    new X25519KeyPairGenerator().generateKeyPair().getPrivate().getEncoded();
            return new AgeIdentity(new String(secret, StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has X25519", e);
        }
    }

    /** @throws IllegalArgumentException if it isn't an X25519 identity of the age format; it isn't repeated in the message */
    public static AgeIdentity parse(String secret) {
        try {
            return new AgeIdentity(secret);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException("not an identity of the age format (AGE-SECRET-KEY-1…)");
        }
    }

    public AgeRecipient recipient() {
        return recipient;
    }

    RecipientStanzaReader reader() {
        return reader;
    }

    /** To keep in a file that nobody else may read. */
    String secretText() {
        return secret;
    }

    /** Shows the public half only. */
    @Override
    public String toString() {
        return recipient.toString();
    }
}
