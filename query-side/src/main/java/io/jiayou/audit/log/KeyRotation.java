package io.jiayou.audit.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A new key for a log that no process keeps at the moment. */
public final class KeyRotation {

    private KeyRotation() {}

    /**
     * The next checkpoint will be signed by the old key and the new one, all after it by the new one.
     *
     * @param directory of the log
     * @return the new verifier key (C2SP signed-note)
     * @throws IOException if there is no log, or it can't be written
     */
    public static String rotate(Path directory) throws IOException {
        if (!Files.exists(directory.resolve("log.key"))) {
            throw new IOException(directory + " has no log's key");
        }
        return LogKey.rotate(directory);
    }
}
