package io.jiayou.ids;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;

/** Makes ids: time-ordered ones for new things, derived ones for things that a name makes unique (RFC 9562). */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new UUIDv7: milliseconds since the epoch, then 74 random bits. */
    public static String timeOrdered() {
        ByteBuffer bytes = ByteBuffer.allocate(16);
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        bytes.putLong(System.currentTimeMillis() << 16).position(6);
        bytes.put(random);
        return uuid(bytes.array(), 7);
    }

    /**
     * The UUIDv8 of a name, made of its SHA-256. The same name gives the same id everywhere.
     *
     * @param kind what is named, so that equal names of different things differ: "fuel-card-transaction"; no colon
     * @throws IllegalArgumentException for a kind with a colon, since "a:b" of "c" would be "a" of "b:c"
     */
    public static String derived(String kind, String name) {
        if (kind.indexOf(':') >= 0) {
            throw new IllegalArgumentException("a kind has no colon");
        }
        return fromHash(sha256((kind + ':' + name).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The UUIDv8 made of a hash's first 16 bytes, of which 122 bits remain.
     *
     * @throws IllegalArgumentException for fewer than 16 bytes
     */
    public static String fromHash(byte[] hash) {
        if (hash.length < 16) {
            throw new IllegalArgumentException("a hash has at least 16 bytes");
        }
        return uuid(Arrays.copyOf(hash, 16), 8);
    }

    private static String uuid(byte[] bytes, int version) {
        bytes[6] = (byte) (bytes[6] & 0x0f | version << 4);
        bytes[8] = (byte) (bytes[8] & 0x3f | 0x80);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong()).toString();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
