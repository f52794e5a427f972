package io.jiayou.archive.verify;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.Place;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.PrunedSet;
import io.jiayou.archive.manifest.SetManifest;
import io.jiayou.archive.seal.Sha256;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Walks the sets. A set that was pruned has left its hash, so that one that was only deleted shows. */
final class SetChain {

    private final Inventory inventory;
    private final String archive;
    private String previous;
    private long number;
    private int signer;

    SetChain(Inventory inventory, String archive, String archiveSha256) {
        this.inventory = inventory;
        this.archive = archive;
        this.previous = archiveSha256;
    }

    long number() {
        return number;
    }

    String sha256() {
        return previous;
    }

    /** The next set; null if it was pruned. */
    @Nullable
    SetManifest next() throws IOException {
        SetManifest set = null;
        if (inventory.has(FileNames.pruned(number))) {
            previous = pruned();
        } else {
            Place place = inventory.place(FileNames.set(number));
            byte[] note = inventory.note(place.file(), place);
            set = inventory.read(note, SetManifest.class, SetManifest.KIND, place);
            expect(set.archive(), set.number(), place);
            if (!set.previous().equals(previous)) {
                throw new ArchiveException(ArchiveVerdict.ALTERED, place, "the set doesn't follow the one before it");
            }
            signer = inventory.expectNotBefore(signer, note, place);
            previous = Sha256.hex(note);
        }
        number++;
        return set;
    }

    private String pruned() throws IOException {
        Place place = inventory.place(FileNames.pruned(number));
        PrunedSet pruned = inventory.read(inventory.note(place.file(), place), PrunedSet.class, PrunedSet.KIND, place);
        expect(pruned.archive(), pruned.number(), place);
        return pruned.setSha256();
    }

    private void expect(String ofArchive, long itsNumber, Place place) throws IOException {
        if (!ofArchive.equals(archive)) {
            throw new ArchiveException(ArchiveVerdict.MIXED_UP, place, "the set is of another archive");
        }
        if (itsNumber != number) {
            ArchiveVerdict verdict =
                    java.util.Arrays.equals(inventory.find(FileNames.set(itsNumber)), inventory.find(place.file()))
                            ? ArchiveVerdict.REPEATED
                            : ArchiveVerdict.SWAPPED;
            throw new ArchiveException(verdict, place, "it is the manifest of set " + itsNumber);
        }
    }
}
