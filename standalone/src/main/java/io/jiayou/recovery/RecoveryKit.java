package io.jiayou.recovery;

import io.jiayou.archive.manifest.Signers;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.seal.AgeKeyFile;
import io.jiayou.archive.verify.Trust;
import io.jiayou.transparency.NoteVerifier;
import io.jiayou.transparency.TrustedLog;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a stranger needs to restore: a file of age's own form that opens the archive, whose comments name the keys to
 * believe. It belongs far from the system that writes the archive.
 *
 * @param identities open the archive
 * @param archiveKeys verify its notes; empty if the file names none
 * @param logKeys verify the audit log's checkpoints; empty if the file names none
 */
public record RecoveryKit(List<AgeIdentity> identities, List<String> archiveKeys, List<String> logKeys) {

    private static final String ARCHIVE = "# archive key: ";
    private static final String LOG = "# log key: ";

    /**
     * Makes a new identity and writes it, with no key to believe yet. Only its owner may read the file.
     *
     * @throws FileAlreadyExistsException if there is a file already
     */
    public static AgeIdentity make(Path file, Instant now) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        AgeIdentity identity = AgeIdentity.generate();
        AgeKeyFile.write(file, identity, now);
        return identity;
    }

    /** Adds the keys to believe that a kit doesn't name yet. */
    public static void believe(Path file, List<String> archiveKeys, List<String> logKeys) throws IOException {
        RecoveryKit kit = read(file);
        StringBuilder lines = new StringBuilder();
        archiveKeys.stream()
                .filter(key -> !kit.archiveKeys().contains(key))
                .forEach(key -> lines.append(ARCHIVE).append(key).append('\n'));
        logKeys.stream()
                .filter(key -> !kit.logKeys().contains(key))
                .forEach(key -> lines.append(LOG).append(key).append('\n'));
        if (!lines.isEmpty()) {
            Files.writeString(file, lines, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        }
    }

    /** @throws IllegalArgumentException if the file holds no identity */
    public static RecoveryKit read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return new RecoveryKit(AgeKeyFile.read(file), behind(ARCHIVE, lines), behind(LOG, lines));
    }

    private static List<String> behind(String mark, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()).strip())
                .toList();
    }

    /** What two kits open and believe together: after a key was exchanged, the older one first. */
    public RecoveryKit and(RecoveryKit newer) {
        return new RecoveryKit(
                joined(identities, newer.identities),
                joined(archiveKeys, newer.archiveKeys),
                joined(logKeys, newer.logKeys));
    }

    private static <T> List<T> joined(List<T> older, List<T> newer) {
        return Stream.concat(older.stream(), newer.stream()).distinct().toList();
    }

    /**
     * Whom the kit says to believe.
     *
     * @throws IllegalArgumentException if it doesn't
     */
    public Trust trust() {
        if (archiveKeys.isEmpty() || logKeys.isEmpty()) {
            throw new IllegalArgumentException("the identity's file names no keys to believe");
        }
        List<NoteVerifier> log = logKeys.stream().map(NoteVerifier::parse).toList();
        return new Trust(
                new Signers(archiveKeys.stream().map(NoteVerifier::parse).toList()),
                new TrustedLog(log.getFirst().key().name(), log));
    }
}
