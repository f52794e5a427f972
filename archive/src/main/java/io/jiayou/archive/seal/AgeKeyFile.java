package io.jiayou.archive.seal;

import io.jiayou.transparency.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Files of identities as {@code age-keygen} writes them: one in a line of its own, comments behind {@code #}. */
public final class AgeKeyFile {

    private AgeKeyFile() {}

    /**
     * Writes a file that only its owner may read.
     *
     * @param created for the comment that says since when there is such a key
     */
    public static void write(Path file, AgeIdentity identity, Instant created) throws IOException {
        String text = "# created: " + created.truncatedTo(ChronoUnit.SECONDS) + "\n# public key: "
                + identity.recipient() + "\n" + identity.secretText() + "\n";
        DurableFiles.writeSecret(file, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws IllegalArgumentException if a line isn't an identity, or there is none */
    public static List<AgeIdentity> read(Path file) throws IOException {
        List<AgeIdentity> found = lines(file).map(AgeIdentity::parse).toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no identity is in the file");
        }
        return found;
    }

    private static java.util.stream.Stream<String> lines(Path file) throws IOException {
        return Files.readString(file)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"));
    }
}
