package io.jiayou.privacy;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Master keys out of the configuration. The first one wraps, all of them unwrap: a former one stays until nothing is wrapped
 * by it any more.
 */
public final class MasterKeys implements KeyWrapping {

    private final List<Gcm.Numbered> keys;
    private final Aead aead;

    private MasterKeys(List<Gcm.Numbered> keys) {
        this.keys = keys;
        this.aead = Gcm.of(keys);
    }

    /**
     * Reads them.
     *
     * @param texts each 32 random bytes in Base64, the newest first, separated by commas or white space
     * @throws IllegalArgumentException saying in one line what is wrong
     */
    public static MasterKeys of(String texts) {
        List<Gcm.Numbered> keys = Arrays.stream(texts.strip().split("[\\s,]+"))
                .map(MasterKeys::key)
                .toList();
        return new MasterKeys(keys);
    }

    private static Gcm.Numbered key(String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a master key is no Base64", e);
        }
        if (key.length != Gcm.KEY_BYTES) {
            throw new IllegalArgumentException(
                    "a master key has 32 bytes: set JIAYOU_MASTER_KEY to 32 random bytes in Base64"
                            + " (openssl rand -base64 32) and keep it");
        }
        return new Gcm.Numbered(number(key), key);
    }

    /** Derived from the key, so that keys need no list of numbers beside them. */
    private static int number(byte[] key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update("jiayou master key ".getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(sha256.digest(key)).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A new key, in the form of the configuration. */
    public static String random() {
        return Base64.getEncoder().encodeToString(Gcm.randomKey());
    }

    @Override
    public byte[] wrap(byte[] key, String context) {
        try {
            return aead.encrypt(key, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key can't be wrapped", e);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped, String context) {
        try {
            return aead.decrypt(wrapped, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a person's key can't be unwrapped: the master key is another one, or the key was changed", e);
        }
    }

    @Override
    public boolean isCurrent(byte[] wrapped) {
        return Gcm.isOf(keys.getFirst().number(), wrapped);
    }
}
