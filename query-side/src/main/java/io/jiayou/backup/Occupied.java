package io.jiayou.backup;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.Place;
import io.jiayou.archive.manifest.ArchiveManifest;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.SignedJson;
import io.jiayou.archive.target.Target;
import io.jiayou.transparency.Note;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Whether a target is free for a system's archive. Nothing is written there. */
public final class Occupied {

    private Occupied() {}

    /**
     * As the archiver finds it at its start: nothing is there, or an archive of this log that one of this system's keys has signed.
     *
     * @param directory of the archives of this system, which may have no key yet
     * @param log its origin
     * @throws ArchiveException for an archive that this system can't go on with
     * @throws IOException if the target fails
     */
    public static void expectFree(Target target, Path directory, String log) throws IOException {
        Place place = Place.of(target.name(), FileNames.ARCHIVE);
        byte[] note = target.read(FileNames.ARCHIVE, Note.LONGEST);
        if (note == null) {
            if (!target.list(FileNames.SEGMENTS).isEmpty()) {
                throw new ArchiveException(
                        ArchiveVerdict.MISSING, place, "there are segments, and not what they belong to");
            }
            return;
        }
        ArchiveManifest archive = SignedJson.read(
                note,
                ArchiveManifest.class,
                ArchiveManifest.KIND,
                own(directory, place).signers(),
                place);
        if (!archive.log().equals(log)) {
            throw new ArchiveException(ArchiveVerdict.MIXED_UP, place, "an archive of another log is there");
        }
    }

    private static SigningKey own(Path directory, Place place) throws IOException {
        try {
            return SigningKey.existing(directory);
        } catch (NoSuchFileException e) {
            throw new ArchiveException(
                    ArchiveVerdict.WRONG_KEY, place, "an archive is there, and this system has signed none yet", e);
        }
    }
}
