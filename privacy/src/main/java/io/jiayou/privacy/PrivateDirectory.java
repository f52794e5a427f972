package io.jiayou.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A directory that only its owner can enter, and so nobody else reads what is in it, whatever its files allow by themselves. What
 * others could read of one that is there already they can't any more.
 */
public final class PrivateDirectory {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE = PosixFilePermissions.asFileAttribute(OWNER);
    private static final String POSIX = "posix";

    private PrivateDirectory() {}

    /**
     * Makes it, with the directories above it that are missing, or takes the rights of others from it and from all in it. A file
     * system without such rights is left as it is.
     *
     * @throws IOException also if the directory belongs to somebody else
     */
    public static Path make(Path directory) throws IOException {
        if (!directory.getFileSystem().supportedFileAttributeViews().contains(POSIX)) {
            return Files.createDirectories(directory);
        }
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, PRIVATE);
        }
        if (!OWNER.containsAll(Files.getPosixFilePermissions(directory))) {
            Files.setPosixFilePermissions(directory, OWNER);
            tightenAllIn(directory);
        }
        return directory;
    }

    private static void tightenAllIn(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                tighten(path);
            }
        }
    }

    private static void tighten(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return;
        }
        try {
            Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
            rights.addAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
            if (rights.retainAll(OWNER)) {
                Files.setPosixFilePermissions(path, rights);
            }
        } catch (NoSuchFileException gone) {
            // a file that its owner has just replaced
        }
    }
}
