package io.jiayou.cli;

import io.jiayou.audit.verify.Beginning;
import io.jiayou.audit.verify.Entries;
import io.jiayou.audit.verify.Finding;
import io.jiayou.audit.verify.KeyHandover;
import io.jiayou.audit.verify.LogVerifier;
import io.jiayou.audit.verify.Succession;
import io.jiayou.transparency.Cosignature;
import io.jiayou.transparency.CosignatureVerifier;
import io.jiayou.transparency.Note;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.TrustedLog;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a whole log is held against, before its events are read: keys and those that they handed over to, witnesses, the log
 * that it was restored from, and a checkpoint that somebody has kept.
 *
 * @param succession the keys that are believed
 * @param head of the log, as a believed key has signed it
 * @param cosigned by the witnesses that were asked for
 * @param beginning none of a log that begins with its own first event
 * @param kept none where none is given
 */
record LogCheck(
        GivenLog log,
        Succession succession,
        TreeHead head,
        List<Cosignature> cosigned,
        @Nullable Beginning beginning,
        @Nullable KeptCheckpoint kept) {

    /**
     * Believes the log's checkpoint, or refuses it.
     *
     * @param witnesses all of them must have cosigned
     * @param older the file of an older checkpoint
     * @throws VerificationException if it isn't to be believed
     */
    static LogCheck of(GivenLog log, LogKeys keys, List<CosignatureVerifier> witnesses, @Nullable Path older)
            throws IOException {
        String origin = log.checkpoint().unverified().origin();
        TrustedLog given = keys.log(origin).orElseThrow(() -> strange(log, keys, origin));
        Succession succession = Succession.follow(given, log.notes().handovers());
        TreeHead head = log.checkpoint().verify(succession.trusted()).head();
        List<Cosignature> cosigned = log.checkpoint().cosignatures(witnesses);
        if (cosigned.size() < witnesses.size()) {
            throw new VerificationException(
                    Verdict.TOO_FEW_WITNESSES,
                    cosigned.size() + " of " + witnesses.size() + " witnesses have cosigned");
        }
        Beginning beginning = beginning(log, succession.trusted());
        KeptCheckpoint kept = older == null ? null : KeptCheckpoint.read(older, succession.trusted(), keys, beginning);
        return new LogCheck(log, succession, head, cosigned, beginning, kept);
    }

    /** What the log itself says of where it comes from helps, though nobody who is believed has signed it. */
    private static VerificationException strange(GivenLog log, LogKeys keys, String origin) {
        String said = log.notes()
                .beginning()
                .map(note -> Beginning.parse(Note.parse(note).text()).inWords())
                .map(words -> "; it says that " + words + ", and has a key of its own")
                .orElse("");
        return new VerificationException(
                Verdict.OTHER_LOG, "the checkpoint is of the log " + origin + ", not of " + keys.names() + said);
    }

    private static @Nullable Beginning beginning(GivenLog log, TrustedLog trusted) {
        byte[] bytes = log.notes().beginning().orElse(null);
        if (bytes == null) {
            return null;
        }
        Note note = Note.parse(bytes);
        note.verify(trusted.verifiers());
        Beginning beginning = Beginning.parse(note.text());
        if (!beginning.origin().equals(trusted.origin())) {
            throw new VerificationException(Verdict.OTHER_LOG, "the beginning is of the log " + beginning.origin());
        }
        return beginning;
    }

    /**
     * Reads the events once, from the first on.
     *
     * @param entries the log's, or whoever reads them to look at more
     */
    Finding run(Entries entries, LongConsumer progress) {
        List<TreeHead> older = new ArrayList<>(
                succession.followed().stream().map(KeyHandover::head).toList());
        if (beginning != null) {
            older.add(beginning.head());
        }
        if (kept != null) {
            older.add(kept.head());
        }
        Finding finding = new LogVerifier(head, older, log.leaves(), progress).verify(entries);
        return finding.holds() && log.hasMore().getAsBoolean()
                ? new Finding(
                        Verdict.OUT_OF_RANGE,
                        finding.events(),
                        "there are events that no checkpoint covers",
                        finding.events(),
                        finding.head())
                : finding;
    }

    /** What it was held against, where it holds: one line each. */
    List<String> lookedAt() {
        List<String> lines = new ArrayList<>();
        if (beginning != null) {
            lines.add(beginning.inWords());
        }
        if (kept != null) {
            lines.add("continues " + kept.inWords());
        }
        succession
                .followed()
                .forEach(it -> lines.add("after %,d events the key handed over to %s"
                        .formatted(it.head().size(), it.key().key().vkey())));
        cosigned.forEach(
                it -> lines.add("cosigned by %s at %s".formatted(it.witness().name(), it.time())));
        return lines;
    }

    /** What could have been looked at and wasn't. */
    List<String> notLookedAt() {
        List<String> missing = new ArrayList<>();
        if (kept == null) {
            missing.add("whether it continues an older checkpoint (--checkpoint)");
        }
        if (cosigned.isEmpty()) {
            missing.add("witnesses (--witness)");
        }
        return missing;
    }
}
