package io.jiayou.audit.verify;

import io.jiayou.transparency.EntryBundle;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.io.IOException;
import java.io.InputStream;

/** Reads what somebody else wrote and may have made larger than anything that a log has: packed, a gigabyte takes a megabyte. */
final class Bounded {

    /** Notes, keys and tiles of hashes are far smaller. */
    static final int NOTE = 1 << 20;

    /** All notes of one kind together. */
    static final int NOTES = 16 << 20;

    /** As many entries as a bundle has, each as long as it may be. */
    static final int BUNDLE = 256 * (EntryBundle.LONGEST_ENTRY + 2);

    /** Events that are compared at a time. */
    static final long EVENTS = 4L * BUNDLE;

    private Bounded() {}

    /**
     * Reads to the end.
     *
     * @param name what to call it in a refusal
     * @throws VerificationException MALFORMED if there are more bytes than that
     */
    static byte[] read(InputStream content, int most, String name) throws IOException {
        byte[] bytes = content.readNBytes(most + 1);
        requireNoMore(bytes.length, most, name);
        return bytes;
    }

    /** @throws VerificationException MALFORMED if it has become more than a log has */
    static void requireNoMore(long bytes, long most, String name) {
        if (bytes > most) {
            throw new VerificationException(Verdict.MALFORMED, name + " has more than " + most + " bytes");
        }
    }
}
