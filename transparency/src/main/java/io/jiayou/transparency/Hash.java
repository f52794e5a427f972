package io.jiayou.transparency;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A SHA-256: 32 bytes, Base64 as text. Comparing two takes the same time wherever they differ. */
public final class Hash {

    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws VerificationException MALFORMED unless there are 32 bytes */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw VerificationException.malformed("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** @throws VerificationException MALFORMED unless it is the Base64 of 32 bytes */
    public static Hash parse(String base64) {
        return of(Base64Text.parse(base64));
    }

    /** The SHA-256 of these bytes. */
    public static Hash sha256(byte[] content) {
        return new Hash(Sha256.of(content));
    }

    static Hash finished(MessageDigest digest) {
        return new Hash(digest.digest());
    }

    static Hash at(byte[] source, int offset) {
        return new Hash(Arrays.copyOfRange(source, offset, offset + LENGTH));
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, LENGTH);
    }

    void feed(MessageDigest digest) {
        digest.update(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return ByteBuffer.wrap(bytes).getInt();
    }

    @Override
    public String toString() {
        return Base64Text.of(bytes);
    }
}
