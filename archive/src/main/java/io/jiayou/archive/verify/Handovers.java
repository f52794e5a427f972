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

/** Follows from keys that a reader believes to those that took over from them. */
public final class Handovers {

    private Handovers() {}

    /**
     * All keys to believe: those given, and whomever one of them has named. A note of a key that isn't believed leads nowhere.
     *
     * @throws ArchiveException ALTERED for a note that isn't what was signed
     */
    public static Signers follow(Target target, Signers believed) throws IOException {
        Signers all = believed;
        for (long number = 0; ; number++) {
            String file = FileNames.handover(number);
            byte[] note = target.read(file, Note.LONGEST);
            if (note == null) {
                return all;
            }
            all = after(note, number, all, Place.of(target.name(), file));
        }
    }

    private static Signers after(byte[] note, long number, Signers believed, Place place) {
        try {
            Handover handover = SignedJson.read(note, Handover.class, Handover.KIND, believed, place);
            if (handover.number() != number) {
                throw new ArchiveException(
                        ArchiveVerdict.SWAPPED, place, "it is the handover number " + handover.number());
            }
            return believed.followedBy(NoteVerifier.parse(handover.key()));
        } catch (VerificationException e) {
            throw new ArchiveException(ArchiveVerdict.ALTERED, place, "it names no key", e);
        } catch (ArchiveException e) {
            if (e.verdict() == ArchiveVerdict.WRONG_KEY) {
                return believed;
            }
            throw e;
        }
    }
}
