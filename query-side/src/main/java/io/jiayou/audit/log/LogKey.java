package io.jiayou.audit.log;

import io.jiayou.transparency.DurableFiles;
import io.jiayou.transparency.KeyType;
import io.jiayou.transparency.NoteKeyPair;
import io.jiayou.transparency.NoteSigner;
import io.jiayou.transparency.TrustedLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The key with which a log signs: {@code log.key}, secret, made at the first start, and {@code log.vkey} for everybody. */
record LogKey(String origin, NoteSigner signer) {

    private static final String SECRET = "log.key";
    private static final String PUBLIC = "log.vkey";

    static LogKey in(Path directory, String origin) {
        try {
            Files.createDirectories(directory);
            Path secret = directory.resolve(SECRET);
            if (!Files.exists(secret)) {
                NoteKeyPair made = NoteKeyPair.generate(origin, KeyType.NOTE);
                DurableFiles.writeSecret(secret, made.secretText().getBytes(StandardCharsets.UTF_8));
            }
            NoteKeyPair pair = NoteKeyPair.parse(Files.readString(secret));
            DurableFiles.replace(
                    directory.resolve(PUBLIC), (pair.key().vkey() + "\n").getBytes(StandardCharsets.UTF_8));
            return new LogKey(origin, NoteSigner.of(pair));
        } catch (IOException e) {
            throw new UncheckedIOException("the audit log's directory " + directory + " can't be used", e);
        }
    }

    TrustedLog log() {
        return new TrustedLog(origin, List.of(signer.verifier()));
    }
}
