package io.jiayou.recovery;

import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.seal.AgeKeyFile;
import io.jiayou.archive.verify.Trust;
import io.jiayou.transparency.NoteVerifier;
import io.jiayou.transparency.TrustedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

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
     * Makes a new identity and writes it with the keys to believe. Only its owner may read the file.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is a file already
     */
    public static AgeIdentity make(Path file, String archiveKey, String logKey, Instant now) throws IOException {
        if (Files.exists(file)) {
            throw new java.nio.file.FileAlreadyExistsException(file.toString());
        }
        AgeIdentity identity = AgeIdentity.generate();
        AgeKeyFile.write(file, identity, now);
        Files.writeString(
                file,
                ARCHIVE + archiveKey + "\n" + LOG + logKey + "\n",
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
        return identity;
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
                NoteVerifier.parse(archiveKeys.getFirst()),
                new TrustedLog(log.getFirst().key().name(), log));
    }
}
