package io.jiayou.archive.verify;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.SegmentManifest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Looks through all manifests of segments, to say more about one that is wrong. */
final class Manifests {

    private final Inventory inventory;

    Manifests(Inventory inventory) {
        this.inventory = inventory;
    }

    /** The segment whose file has this hash; null if there is none. */
    @Nullable
    SegmentManifest ownerOf(@Nullable String sealedSha256) throws IOException {
        long numbers = inventory.numbers(FileNames.SEGMENTS);
        for (long number = 0; number < numbers; number++) {
            SegmentManifest segment = find(number);
            if (segment != null && segment.sealedSha256().equals(sealedSha256)) {
                return segment;
            }
        }
        return null;
    }

    /** A manifest by the number in its name, if it can be read. */
    @Nullable
    SegmentManifest find(long number) throws IOException {
        String file = FileNames.segment(number);
        byte[] note = inventory.find(file);
        try {
            return note == null
                    ? null
                    : inventory.read(note, SegmentManifest.class, SegmentManifest.KIND, inventory.place(file));
        } catch (ArchiveException e) {
            return null;
        }
    }
}
