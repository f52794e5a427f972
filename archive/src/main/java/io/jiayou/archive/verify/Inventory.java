package io.jiayou.archive.verify;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.Place;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.SignedJson;
import io.jiayou.archive.manifest.Signers;
import io.jiayou.archive.target.StoredFile;
import io.jiayou.archive.target.Target;
import io.jiayou.transparency.Note;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What lies on a target, and the notes among it. The archive may grow meanwhile, so a file that wasn't listed may be there:
 * the list says how far the archive reaches at least, and never that something is missing.
 */
final class Inventory {

    private final Target target;
    private final Signers keys;
    private final Set<String> names = new HashSet<>();

    private Inventory(Target target, Signers keys) {
        this.target = target;
        this.keys = keys;
    }

    static Inventory of(Target target, Signers believed) throws IOException {
        Inventory inventory = new Inventory(target, Handovers.follow(target, believed));
        for (StoredFile file : target.list("")) {
            inventory.names.add(file.name());
        }
        return inventory;
    }

    /** One more than the highest number of a manifest in a folder. */
    long numbers(String folder) {
        return 1
                + names.stream()
                        .mapToLong(file -> FileNames.number(folder, file))
                        .max()
                        .orElse(-1);
    }

    /** The numbers of the segments that have a lines' file. */
    Set<Long> linesOfSegments() {
        return names.stream()
                .map(FileNames::segmentOfLines)
                .filter(number -> number >= 0)
                .collect(Collectors.toSet());
    }

    /** Whether it was listed. */
    boolean has(String file) {
        return names.contains(file);
    }

    Target target() {
        return target;
    }

    byte @Nullable [] find(String file) throws IOException {
        return target.read(file, Note.LONGEST);
    }

    byte[] note(String file, Place place) throws IOException {
        byte[] note = find(file);
        if (note == null) {
            throw new ArchiveException(
                    ArchiveVerdict.MISSING, place, "this file belongs to the archive and isn't there");
        }
        return note;
    }

    <T> T read(byte[] note, Class<T> form, String kind, Place place) {
        return SignedJson.read(note, form, kind, keys, place);
    }

    /**
     * Once a key has taken over, none before it signs what follows.
     *
     * @param rank of the key that signed the note before, 0 for none
     * @return the rank of the one that signed this note
     */
    int expectNotBefore(int rank, byte[] note, Place place) {
        int signed = keys.rank(note);
        if (signed < rank) {
            throw new ArchiveException(
                    ArchiveVerdict.WRONG_KEY, place, "a former key signed it after another had taken over");
        }
        return signed;
    }

    Place place(String file) {
        return Place.of(target.name(), file);
    }
}
