package io.jiayou.audit.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A new key for a log that no process keeps at the moment. */
public final class KeyRotation {

    private KeyRotation() {}

    /**
     * When the log is opened next, the old key hands over to the new one by a note that both sign, and both sign the newest
     * checkpoint once more; the new one alone signs all after it.
     *
     * @param directory of the log
     * @return the new verifier key (C2SP signed-note)
     * @throws IOException if there is no log, the last new key wasn't used yet, or it can't be written
     */
    public static String rotate(Path directory) throws IOException {
        if (!Files.exists(directory.resolve("log.key"))) {
            throw new IOException(directory + " has no log's key");
        }
        return LogKey.rotate(directory);
    }

    /** The last key hasn't signed for the one that is there now. */
    public static final class NotHandedOver extends IOException {

        private static final long serialVersionUID = 1L;

        NotHandedOver() {
            super("the key was changed already, and the log hasn't been opened since: start the system once");
        }
    }
}
