package io.jiayou.archive.manifest;

import io.jiayou.archive.Place;
import io.jiayou.transparency.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The newest head of an archive that was seen, in a file away from the archive: only so does a roll-back show. */
public final class RememberedHead {

    private RememberedHead() {}

    /**
     * @return null if nothing is remembered
     * @throws io.jiayou.archive.ArchiveException WRONG_KEY or ALTERED if none of these keys has signed it
     */
    public static @Nullable ArchiveHead read(Path file, Signers keys) throws IOException {
        try {
            byte[] note = Files.readAllBytes(file);
            return SignedJson.read(
                    note, ArchiveHead.class, ArchiveHead.KIND, keys, Place.of("memory", file.toString()));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** @param note the signed head, as it is on the target */
    public static void write(Path file, byte[] note) throws IOException {
        Path directory = DurableFiles.parent(file);
        Files.createDirectories(directory);
        DurableFiles.replace(file, note);
    }
}
