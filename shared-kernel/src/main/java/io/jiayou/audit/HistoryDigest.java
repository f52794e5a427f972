package io.jiayou.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** What tells one slice of history from any other: SHA-256 of its events' canonical lines, each ended by a line feed. */
public final class HistoryDigest {

    private HistoryDigest() {}

    /** In Base64. */
    public static String of(List<EventRecord> events) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (EventRecord event : events) {
                sha256.update(event.canonical());
                sha256.update((byte) '\n');
            }
            return Base64.getEncoder().encodeToString(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
