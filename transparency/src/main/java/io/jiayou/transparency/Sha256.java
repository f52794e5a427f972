package io.jiayou.transparency;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, one reused instance per thread. */
final class Sha256 {

    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Sha256::create);

    private Sha256() {}

    static byte[] of(byte[] bytes) {
        return DIGEST.get().digest(bytes);
    }

    /** A reset instance; use it up before anything else on this thread hashes. */
    static MessageDigest digest() {
        MessageDigest digest = DIGEST.get();
        digest.reset();
        return digest;
    }

    private static MessageDigest create() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
