package io.jiayou.driver;

import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.ids.Ids;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which identifiers become claim ids, and names become ids (HMAC-SHA-256). Without it, whoever reads the
 * events could find a phone number or a login name by trying all of them. It never changes: another key would let everybody
 * register once more.
 */
public final class IdentifierKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKey key;

    /**
     * @param secret 32 random bytes
     * @throws IllegalArgumentException for another length
     */
    public IdentifierKey(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("the identifier key has " + BYTES + " bytes");
        }
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * Reads a key from the configuration.
     *
     * @param secret 32 random bytes in Base64, the same for ever and on every node
     * @throws IllegalArgumentException saying in one line what is missing
     */
    public static IdentifierKey of(String secret) {
        try {
            return new IdentifierKey(Base64.getDecoder().decode(secret.strip()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "JIAYOU_IDENTIFIER_KEY is " + (secret.isBlank() ? "missing" : "no key")
                            + ": set it to 32 random bytes in Base64, made once (openssl rand -base64 32) and kept",
                    e);
        }
    }

    /** The id of the claim on an identifier. */
    public String claimId(IdentifierKind kind, String identifier) {
        return id(kind + ":" + identifier);
    }

    /**
     * The id of something that its name makes unique. Only who has the key can tell which name it is of, or whether there is
     * something of a name.
     *
     * @param kind what is named, so that equal names of different things differ; no colon
     */
    public String derivedId(String kind, String name) {
        if (kind.indexOf(':') >= 0) {
            throw new IllegalArgumentException("a kind has no colon");
        }
        return id("id/" + kind + ":" + name);
    }

    private String id(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Ids.fromHash(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
