package io.jiayou.privacy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Master keys in a file that only its owner can read, one per line, the newest first. */
public record MasterKeyFile(Path file) {

    /** Its keys; with a new one if there is no such file. */
    public String readOrMake() throws IOException {
        if (!Files.exists(file)) {
            write(List.of(MasterKeys.random()));
        }
        return Files.readString(file);
    }

    /** Puts a new key before those that are there. */
    public void addNew() throws IOException {
        List<String> keys = Files.readAllLines(file);
        keys.addFirst(MasterKeys.random());
        write(keys);
    }

    /** Forgets all but the newest. */
    public void keepNewest() throws IOException {
        write(List.of(Files.readAllLines(file).getFirst()));
    }

    /** Readable by the owner alone from the first byte on, and complete or as it was before. */
    private void write(List<String> keys) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, String.join("\n", keys) + "\n", StandardOpenOption.SYNC);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent())) {
            directory.force(true);
        }
    }
}
