package io.jiayou.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A directory that a system is about to take for itself: it takes rights from others on everything in it and empties its {@code tmp},
 * so nobody else's may be taken by mistake.
 */
public record OwnDirectory(Path data) {

    /** What systems of all versions have made there, or a restore and whoever puts keys back beforehand. */
    private static final List<String> MARKS = List.of(
            DirectoryLock.FILE,
            "identifier.key",
            IdentifierCheck.NAME,
            "jiayou.log",
            "jiayou.out",
            "jiayou.process",
            "archive.properties",
            "read-models.checkpoint",
            "restore.unfinished",
            "events/CURRENT",
            "keys/master.key",
            "keys/records",
            "identity/terminal.key",
            "audit/log.key",
            "audit/log.vkey",
            "archive/archive.key");

    /** What every start writes to or empties. */
    private static final List<String> WRITTEN =
            List.of("tmp", "jiayou.log", "jiayou.out", "jiayou.process", DirectoryLock.FILE);

    /** What a file system or a desktop puts into every directory. */
    private static final List<String> NOBODYS = List.of("lost+found", ".DS_Store");

    /**
     * Absent, empty, or a system's already; nothing is touched.
     *
     * @throws IOException if it is somebody else's or can't be used; the message says which and why
     */
    public void expectOurs() throws IOException {
        expectUsable();
        expectOfThisUser();
        if (!isEmpty() && !isASystems()) {
            throw new Unusable("{0} isn't empty, and nothing in it is a system's: name a new directory", data);
        }
    }

    /** Whether something of a system is in it. */
    public boolean isASystems() {
        return MARKS.stream().anyMatch(mark -> Files.exists(data.resolve(mark)));
    }

    /**
     * A directory that can be read and written, or none where one can be made.
     *
     * @throws IOException if it is something else; the message says what
     */
    void expectUsable() throws IOException {
        expectReadable();
        if (!Files.isDirectory(data)) {
            expectRoom();
        } else if (!Files.isWritable(data)) {
            throw new Unusable("no right to write in {0}: it belongs to {1}", data, owner(data));
        }
    }

    /**
     * A directory of this user, or none, in which nothing that is written to is a link: whoever may do everything, root, is led
     * by nobody to what is elsewhere.
     *
     * @throws IOException if it is somebody else's; the message says whose
     */
    public void expectOfThisUser() throws IOException {
        if (!Files.isDirectory(data)) {
            return;
        }
        Optional<UserPrincipal> user = user();
        if (user.isPresent() && !user.get().equals(Files.getOwner(data))) {
            throw new Unusable(
                    "{0} belongs to {1}, and this is {2}: run it as the one that it belongs to",
                    data, owner(data), user.get().getName());
        }
        for (String written : WRITTEN) {
            if (Files.isSymbolicLink(data.resolve(written))) {
                throw new Unusable("{0} is a link: it has to be in the directory itself", data.resolve(written));
            }
        }
    }

    /** None where the operating system has no name for whom this process runs as. */
    private Optional<UserPrincipal> user() throws IOException {
        try {
            return Optional.of(data.getFileSystem()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByName(System.getProperty("user.name", "")));
        } catch (UserPrincipalNotFoundException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /**
     * A directory that can be read, or none.
     *
     * @throws IOException if it is something else; the message says what
     */
    public void expectReadable() throws IOException {
        if (Files.isDirectory(data)) {
            if (!Files.isReadable(data) || !Files.isExecutable(data)) {
                throw new Unusable("no right to read {0}: it belongs to {1}", data, owner(data));
            }
        } else if (Files.exists(data)) {
            throw new Unusable("{0} is a file, not a directory", data);
        } else if (Files.isSymbolicLink(data)) {
            throw new Unusable("{0} is a link to {1}, which isn't there", data, Files.readSymbolicLink(data));
        }
    }

    /** Some directory above it is there, and one can be made in it. */
    private void expectRoom() throws IOException {
        Path above = data.toAbsolutePath().getParent();
        while (above != null && !Files.exists(above, LinkOption.NOFOLLOW_LINKS)) {
            above = above.getParent();
        }
        if (above == null || !Files.isDirectory(above)) {
            throw new Unusable("{0} can't be made: {1} isn't a directory", data, String.valueOf(above));
        }
        if (!Files.isWritable(above) || !Files.isExecutable(above)) {
            throw new Unusable("{0} can't be made: no right to write in {1}", data, above);
        }
    }

    /** Apart from what belongs to nobody; also if it isn't there. */
    public boolean isEmpty() throws IOException {
        if (!Files.isDirectory(data)) {
            return true;
        }
        try (Stream<Path> files = Files.list(data)) {
            return files.allMatch(file -> NOBODYS.contains(String.valueOf(file.getFileName())));
        }
    }

    private static String owner(Path path) {
        try {
            return Files.getOwner(path).getName();
        } catch (IOException | UnsupportedOperationException e) {
            return "somebody else";
        }
    }
}
