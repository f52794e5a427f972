package io.jiayou.backup;

import io.jiayou.archive.Place;
import io.jiayou.archive.manifest.ArchiveManifest;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.PrunedSet;
import io.jiayou.archive.manifest.SignedJson;
import io.jiayou.archive.manifest.Signers;
import io.jiayou.archive.target.StoredFile;
import io.jiayou.archive.target.Target;
import io.jiayou.transparency.DurableFiles;
import io.jiayou.transparency.Note;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What archives' signed notes say of sets that were pruned, whoever pruned them and whenever: each is told once. Which ones
 * were told stands in a file; without it all are told again, which records nothing twice.
 */
final class PrunedSets {

    private static final String FILE = "prunings.recorded";

    private final Path file;
    private final Signers signers;
    private final Set<String> told = new LinkedHashSet<>();

    private PrunedSets(Path file, Signers signers) {
        this.file = file;
        this.signers = signers;
    }

    static PrunedSets in(Path directory, Signers signers) throws IOException {
        PrunedSets sets = new PrunedSets(directory.resolve(FILE), signers);
        if (Files.exists(sets.file)) {
            sets.told.addAll(Files.readAllLines(sets.file));
        }
        return sets;
    }

    /** Hears of one set. */
    interface Listener {

        /** @throws IOException if it can't be recorded now; it is told again */
        void pruned(PrunedSet set, Target target) throws IOException;
    }

    /**
     * Tells of each set of a target that wasn't told yet.
     *
     * @throws io.jiayou.archive.ArchiveException for a note that the archive's key hasn't signed
     */
    void tell(Target target, Listener listener) throws IOException {
        String archive = "";
        for (StoredFile stored : target.list(FileNames.SETS)) {
            long number = FileNames.number(FileNames.SETS, stored.name());
            if (number >= 0 && stored.name().equals(FileNames.pruned(number))) {
                archive = archive.isEmpty() ? archiveOn(target) : archive;
                String name = archive + " " + number;
                if (!isTold(name)) {
                    listener.pruned(read(stored.name(), PrunedSet.class, PrunedSet.KIND, target), target);
                    remember(name);
                }
            }
        }
    }

    private String archiveOn(Target target) throws IOException {
        return read(FileNames.ARCHIVE, ArchiveManifest.class, ArchiveManifest.KIND, target)
                .archive();
    }

    private <T> T read(String name, Class<T> form, String kind, Target target) throws IOException {
        byte[] note = target.read(name, Note.LONGEST);
        if (note == null) {
            throw new IOException(name + " has just gone from " + target.name());
        }
        return SignedJson.read(note, form, kind, signers, Place.of(target.name(), name));
    }

    private synchronized boolean isTold(String name) {
        return told.contains(name);
    }

    private synchronized void remember(String name) throws IOException {
        told.add(name);
        DurableFiles.replace(file, (String.join("\n", told) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
