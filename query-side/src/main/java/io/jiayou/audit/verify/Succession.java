package io.jiayou.audit.verify;

import io.jiayou.transparency.Note;
import io.jiayou.transparency.NoteVerifier;
import io.jiayou.transparency.TrustedLog;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * From keys that somebody trusts to those that took their place, by the handovers that a log keeps. One that no trusted key has
 * signed leads nowhere: it is from before the oldest of them.
 *
 * @param trusted the log by the given keys and by those that they handed over to
 * @param followed in their order; the tree has to continue the head of each
 */
public record Succession(TrustedLog trusted, List<KeyHandover> followed) {

    public Succession {
        followed = List.copyOf(followed);
    }

    /**
     * Follows handovers.
     *
     * @param given the log by the keys that somebody trusts
     * @param notes as they are written, oldest first
     * @throws VerificationException MALFORMED or OTHER_LOG for what isn't one of this log's, BAD_SIGNATURE if a trusted key is
     *     named and hasn't signed it, NO_TRUSTED_SIGNATURE if the new key hasn't
     */
    public static Succession follow(TrustedLog given, Collection<byte[]> notes) {
        List<NoteVerifier> keys = new ArrayList<>(given.verifiers());
        List<KeyHandover> followed = new ArrayList<>();
        for (byte[] bytes : notes) {
            Note note = Note.parse(bytes);
            KeyHandover handover = KeyHandover.parse(note.text());
            if (!handover.origin().equals(given.origin())) {
                throw new VerificationException(Verdict.OTHER_LOG, "a handover is of the log " + handover.origin());
            }
            if (!keys.contains(handover.key()) && isSigned(note, keys)) {
                note.verify(List.of(handover.key()));
                keys.add(handover.key());
                followed.add(handover);
            }
        }
        return new Succession(new TrustedLog(given.origin(), keys), followed);
    }

    private static boolean isSigned(Note note, List<NoteVerifier> keys) {
        try {
            note.verify(keys);
            return true;
        } catch (VerificationException e) {
            if (e.verdict() != Verdict.NO_TRUSTED_SIGNATURE) {
                throw e;
            }
            return false;
        }
    }
}
