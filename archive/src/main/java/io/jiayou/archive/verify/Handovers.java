package io.jiayou.archive.verify;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.Place;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.Handover;
import io.jiayou.archive.manifest.SignedJson;
import io.jiayou.archive.manifest.Signers;
import io.jiayou.archive.target.Target;
import io.jiayou.transparency.Note;
import io.jiayou.transparency.NoteVerifier;
import io.jiayou.transparency.VerificationException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Follows from keys that a reader believes to those that took over from them. */
public final class Handovers {

    private Handovers() {}

    /**
     * All keys to believe: those given, and whomever the newest of them has named. A note of a key that isn't believed leads
     * nowhere.
     *
     * @throws ArchiveException ALTERED for a note that isn't what was signed, WRONG_KEY if a key that another had taken over
     *     from names one that nobody knows
     */
    public static Signers follow(Target target, Signers believed) throws IOException {
        Signers all = believed;
        for (long number = 0; ; number++) {
            String file = FileNames.handover(number);
            byte[] note = target.read(file, Note.LONGEST);
            if (note == null) {
                return all;
            }
            Place place = Place.of(target.name(), file);
            Handover handover = read(note, number, all, place);
            if (handover != null) {
                all = after(handover, all.rank(note), all, place);
            }
        }
    }

    /** Null if nobody who is believed has signed it. */
    private static @Nullable Handover read(byte[] note, long number, Signers believed, Place place) {
        try {
            Handover handover = SignedJson.read(note, Handover.class, Handover.KIND, believed, place);
            if (handover.number() != number) {
                throw new ArchiveException(
                        ArchiveVerdict.SWAPPED, place, "it is the handover number " + handover.number());
            }
            return handover;
        } catch (ArchiveException e) {
            if (e.verdict() == ArchiveVerdict.WRONG_KEY) {
                return null;
            }
            throw e;
        }
    }

    private static Signers after(Handover handover, int rank, Signers believed, Place place) {
        try {
            NoteVerifier next = NoteVerifier.parse(handover.key());
            if (rank < believed.keys().size() - 1 && !believed.keys().contains(next)) {
                throw new ArchiveException(
                        ArchiveVerdict.WRONG_KEY, place, "a former key names another than the one that took over");
            }
            return believed.followedBy(next);
        } catch (VerificationException e) {
            throw new ArchiveException(ArchiveVerdict.ALTERED, place, "it names no key", e);
        }
    }
}
