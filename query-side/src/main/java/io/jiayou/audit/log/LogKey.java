package io.jiayou.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jiayou.audit.verify.KeyHandover;
import io.jiayou.transparency.Checkpoint;
import io.jiayou.transparency.DurableFiles;
import io.jiayou.transparency.KeyFile;
import io.jiayou.transparency.KeyType;
import io.jiayou.transparency.Note;
import io.jiayou.transparency.NoteKeyPair;
import io.jiayou.transparency.NoteSigner;
import io.jiayou.transparency.NoteVerifier;
import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.TrustedLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys with which a log signs: {@code log.key}, made at the first start. After a rotation {@code previous.key} signs once
 * more, its {@link Handovers handover} to the new key, and is then deleted; the verifier keys of all that ever signed stay in
 * {@code retired.vkey}, oldest first, because the log's own newest checkpoint may be theirs.
 */
final class LogKey {

    private static final String NAME = "log";
    private static final String SECRET = "log.key";
    private static final String PREVIOUS = "previous.key";
    private static final String RETIRED = "retired.vkey";

    private final Path directory;
    private final NoteSigner signer;
    private final List<NoteVerifier> retired;
    private @Nullable NoteSigner previous;

    private LogKey(Path directory, NoteSigner signer, List<NoteVerifier> retired, @Nullable NoteSigner previous) {
        this.directory = directory;
        this.signer = signer;
        this.retired = retired;
        this.previous = previous;
    }

    static LogKey in(Path directory, String origin) {
        try {
            NoteSigner signer = NoteSigner.of(KeyFile.open(directory, NAME, origin, KeyType.NOTE));
            List<NoteVerifier> retired =
                    retired(directory).stream().map(NoteVerifier::parse).toList();
            return new LogKey(directory, signer, retired, previous(directory, signer));
        } catch (IOException e) {
            throw new UncheckedIOException("the audit log's directory " + directory + " can't be used", e);
        }
    }

    private static @Nullable NoteSigner previous(Path directory, NoteSigner now) throws IOException {
        Path file = directory.resolve(PREVIOUS);
        if (!Files.exists(file)) {
            return null;
        }
        NoteSigner previous = NoteSigner.of(NoteKeyPair.parse(Files.readString(file)));
        // A rotation that a crash cut short has kept the key and made no other.
        return previous.verifier().equals(now.verifier()) ? null : previous;
    }

    private static Set<String> retired(Path directory) throws IOException {
        Path file = directory.resolve(RETIRED);
        return new LinkedHashSet<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
    }

    /**
     * Makes a new key, while no process keeps the log. After a crash in it there is the old key or the new one.
     *
     * @return the new verifier key
     * @throws IOException if there is no key yet, the last one hasn't handed over yet, or the directory can't be written
     */
    static String rotate(Path directory) throws IOException {
        String secret = Files.readString(directory.resolve(SECRET));
        NoteKeyPair now = NoteKeyPair.parse(secret);
        if (previous(directory, NoteSigner.of(now)) != null) {
            throw new KeyRotation.NotHandedOver();
        }
        Set<String> retired = retired(directory);
        retired.add(now.key().vkey());
        DurableFiles.replace(directory.resolve(RETIRED), (String.join("\n", retired) + "\n").getBytes(UTF_8));
        DurableFiles.writeSecret(directory.resolve(PREVIOUS), secret.getBytes(UTF_8));
        String origin = now.key().name();
        NoteKeyPair next = NoteKeyPair.generate(origin, KeyType.NOTE);
        DurableFiles.writeSecret(directory.resolve(SECRET), next.secretText().getBytes(UTF_8));
        return KeyFile.open(directory, NAME, origin, KeyType.NOTE).key().vkey();
    }

    NoteVerifier verifier() {
        return signer.verifier();
    }

    SignedCheckpoint sign(Checkpoint checkpoint) {
        return SignedCheckpoint.sign(checkpoint, signer);
    }

    /** What the key before has to sign yet: null where it has handed over. */
    @Nullable
    NoteSigner previous() {
        return previous;
    }

    /** By both keys. */
    SignedCheckpoint sign(Checkpoint checkpoint, NoteSigner old) {
        return sign(checkpoint).with(List.of(old.sign(checkpoint.text())));
    }

    /** By both keys. */
    Note sign(KeyHandover handover, NoteSigner old) {
        return Note.sign(handover.text(), old, signer);
    }

    /** Any other text, by this key. */
    Note sign(String text) {
        return Note.sign(text, signer);
    }

    /** Its handover is on the disk: the key before has signed its last. */
    void handedOver() throws IOException {
        Files.deleteIfExists(directory.resolve(PREVIOUS));
        previous = null;
    }

    /** The log by its newest key alone. */
    TrustedLog log(String origin) {
        return new TrustedLog(origin, List.of(verifier()));
    }

    /** The log by every key that it has had. */
    TrustedLog ever(String origin) {
        List<NoteVerifier> all = new ArrayList<>(retired);
        if (!all.contains(verifier())) {
            all.add(verifier());
        }
        return new TrustedLog(origin, all);
    }
}
