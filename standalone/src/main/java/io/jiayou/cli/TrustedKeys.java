package io.jiayou.cli;

import io.jiayou.archive.verify.Trust;
import io.jiayou.backup.SigningKey;
import io.jiayou.transparency.NoteVerifier;
import io.jiayou.transparency.TrustedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The open keys that a data directory holds. */
final class TrustedKeys {

    private TrustedKeys() {}

    /** The verifier keys of a log, the newest last: old segments end at checkpoints that former keys have signed. */
    static List<String> ofLog(Path directory) throws IOException {
        List<String> keys = new ArrayList<>();
        Path retired = directory.resolve("retired.vkey");
        if (Files.exists(retired)) {
            keys.addAll(Files.readAllLines(retired));
        }
        keys.addAll(Files.readAllLines(directory.resolve("log.vkey")));
        return List.copyOf(new LinkedHashSet<>(
                keys.stream().map(String::strip).filter(key -> !key.isEmpty()).toList()));
    }

    /**
     * Whom to believe, as a system's own directories say.
     *
     * @throws java.nio.file.NoSuchFileException where a key isn't there
     */
    static Trust of(Path archives, Path log) throws IOException {
        List<NoteVerifier> logKeys =
                ofLog(log).stream().map(NoteVerifier::parse).toList();
        return new Trust(
                SigningKey.believed(archives),
                new TrustedLog(logKeys.getLast().key().name(), logKeys));
    }
}
