package io.jiayou.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The latest checkpoint of each log that a witness has cosigned, one file each, as the witness serves it. */
final class WitnessState {

    private final Path directory;
    private final Map<String, SignedCheckpoint> latest = new ConcurrentHashMap<>();

    private WitnessState(Path directory) {
        this.directory = directory;
    }

    /** @throws VerificationException if a file isn't a checkpoint of its log that this witness has cosigned */
    static WitnessState open(Path directory, Iterable<TrustedLog> logs, CosignatureVerifier self) {
        WitnessState state = new WitnessState(directory.toAbsolutePath());
        try {
            Files.createDirectories(state.directory);
            DurableFiles.force(DurableFiles.parent(state.directory));
            for (TrustedLog log : logs) {
                state.load(log.origin(), self);
            }
            return state;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(String origin, CosignatureVerifier self) throws IOException {
        Path file = file(origin);
        if (!Files.exists(file)) {
            return;
        }
        SignedCheckpoint checkpoint = SignedCheckpoint.parse(Files.readAllBytes(file));
        if (!checkpoint.unverified().origin().equals(origin)) {
            throw new VerificationException(Verdict.OTHER_LOG, "the state of " + origin + " is of another log");
        }
        if (checkpoint.cosignatures(List.of(self)).isEmpty()) {
            throw new VerificationException(
                    Verdict.NO_TRUSTED_SIGNATURE, "this witness hasn't cosigned the state of " + origin);
        }
        latest.put(originHash(origin), checkpoint);
    }

    TreeHead head(String origin) {
        return byHash(originHash(origin))
                .map(checkpoint -> checkpoint.unverified().head())
                .orElseGet(TreeHead::empty);
    }

    Optional<SignedCheckpoint> byHash(String originHash) {
        return Optional.ofNullable(latest.get(originHash));
    }

    /** Returns once the checkpoint is on the disk. */
    void save(SignedCheckpoint checkpoint) {
        String origin = checkpoint.unverified().origin();
        try {
            DurableFiles.replace(file(origin), checkpoint.format().getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        latest.put(originHash(origin), checkpoint);
    }

    private Path file(String origin) {
        return directory.resolve(originHash(origin) + ".checkpoint");
    }

    /** The lowercase hex of the origin's SHA-256. */
    static String originHash(String origin) {
        return HexFormat.of().formatHex(Sha256.of(NoteText.encode(origin)));
    }
}
