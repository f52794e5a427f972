package io.jiayou.cli;

import io.jiayou.audit.verify.Beginning;
import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.TrustedLog;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An older checkpoint that somebody has kept, of the log itself or of the one that it was restored from.
 *
 * @param origin the log's whose it is
 * @param head as a believed key of that log has signed it
 */
record KeptCheckpoint(Path file, String origin, TreeHead head) {

    /**
     * Reads and believes it.
     *
     * @param log by the keys that are believed
     * @param keys also those of other logs
     * @throws VerificationException ROLLED_BACK if it's one of the log before, of events that were not restored; else why it
     *     isn't to be believed
     */
    static KeptCheckpoint read(Path file, TrustedLog log, LogKeys keys, @Nullable Beginning beginning)
            throws IOException {
        try {
            SignedCheckpoint signed = SignedCheckpoint.parse(Files.readAllBytes(file));
            String origin = signed.unverified().origin();
            if (beginning == null || !origin.equals(beginning.of())) {
                return new KeptCheckpoint(file, origin, signed.verify(log).head());
            }
            TrustedLog before = keys.log(origin)
                    .orElseThrow(() -> new VerificationException(
                            Verdict.NO_TRUSTED_SIGNATURE, "give the key of " + origin + " too"));
            TreeHead head = signed.verify(before).head();
            if (head.size() > beginning.head().size()) {
                throw new VerificationException(
                        Verdict.ROLLED_BACK,
                        "it is of %,d events, and %s: what was recorded after those is not in this log"
                                .formatted(head.size(), beginning.inWords()));
            }
            return new KeptCheckpoint(file, origin, head);
        } catch (VerificationException e) {
            throw new VerificationException(e.verdict(), "the checkpoint in " + file + ": " + e.getMessage(), e);
        }
    }

    String inWords() {
        return "the checkpoint in %s of %s: %,d events, root %s".formatted(file, origin, head.size(), head.root());
    }
}
