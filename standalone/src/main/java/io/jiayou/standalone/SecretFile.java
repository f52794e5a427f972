package io.jiayou.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A key of 32 random bytes in a file of the data directory, in Base64. */
final class SecretFile {

    private static final int BYTES = 32;

    private SecretFile() {}

    static String readOrMake(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return write(file, Base64.getEncoder().encodeToString(key));
    }

    /** Readable by the owner alone from the first byte on, and complete or absent. */
    private static String write(Path file, String key) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, key + System.lineSeparator(), StandardOpenOption.SYNC);
        Files.move(draft, file);
        return key;
    }
}
