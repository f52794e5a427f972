package io.jiayou.cli;

import io.jiayou.transparency.NoteVerifier;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom whoever verifies believes: the log's verifier keys. */
final class LogKeyOption {

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description =
                    "The log's verifier key, or a file that holds it or several, one per line; also that of a log that it was restored from. Without it the log's own word is taken,"
                            + " which proves nothing about who wrote it.")
    private @Nullable String given;

    boolean isGiven() {
        return given != null;
    }

    /**
     * The given keys; the log's own word where none is given.
     *
     * @throws io.jiayou.transparency.VerificationException MALFORMED for what is no key
     */
    LogKeys read(String own) throws IOException {
        List<NoteVerifier> keys = (given == null ? own : text(given))
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(NoteVerifier::parse)
                .toList();
        if (keys.isEmpty()) {
            throw new VerificationException(Verdict.MALFORMED, "there is no key in " + given);
        }
        return new LogKeys(keys);
    }

    private static String text(String given) throws IOException {
        return given.contains("+") && !Files.exists(Path.of(given)) ? given : Files.readString(Path.of(given));
    }
}
