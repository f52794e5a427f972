package io.jiayou.transparency.independent;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** RFC 6962, section 2.1, word by word. */
final class PlainTree {

    private PlainTree() {}

    /** MTH over the hashes of leaves. */
    static byte[] root(List<byte[]> leaves) {
        int n = leaves.size();
        if (n == 0) {
            return sha256(new byte[0]);
        }
        if (n == 1) {
            return leaves.get(0);
        }
        int k = 1;
        while (k * 2 < n) {
            k = k * 2;
        }
        return hash(1, root(leaves.subList(0, k)), root(leaves.subList(k, n)));
    }

    static byte[] leaf(byte[] entry) {
        return hash(0, entry);
    }

    private static byte[] hash(int prefix, byte[]... parts) {
        MessageDigest digest = digest();
        digest.update((byte) prefix);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
