package io.jiayou.archive.target;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What stores check an upload by, and ask for with a lock; a checksum here, no proof of anything. */
final class Md5 {

    private static final int BUFFER = 1 << 16;

    private Md5() {}

    /** In Base64, as the header wants it. */
    static String of(Content content) throws IOException {
        MessageDigest digest = create();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = content.open()) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                digest.update(buffer, 0, length);
            }
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private static MessageDigest create() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
