package io.jiayou.cli;

import io.jiayou.identity.terminallogin.TerminalAssertion;
import io.jiayou.standalone.CredentialsAttachment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The key in a data directory by which commands at the terminal log in. */
record TerminalKey(byte[] bytes) {

    /** None where nothing was ever started. */
    static Optional<TerminalKey> in(Path data) {
        Path file = data.resolve(CredentialsAttachment.DIRECTORY).resolve("terminal.key");
        try {
            return Files.isReadable(file)
                    ? Optional.of(new TerminalKey(
                            Base64.getDecoder().decode(Files.readString(file).strip())))
                    : Optional.empty();
        } catch (IOException e) {
            throw new Failure("can't read {0}", file);
        }
    }

    String assertion(String role, @Nullable String driverId, @Nullable String stationId) {
        return TerminalAssertion.signedBy(
                System.getProperty("user.name"), bytes, role, driverId, stationId, Instant.now());
    }
}
