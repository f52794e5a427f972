package io.jiayou.audit.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jiayou.audit.verify.Beginning;
import io.jiayou.transparency.DurableFiles;
import io.jiayou.transparency.NoteKeyPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What the log in a directory is called. A system that was restored until a moment keeps a log of its own: under the name and
 * the key of the one that went further it would be a fork, which is what witnesses and auditors are there to refuse.
 */
public final class LogName {

    private static final String BEGINNING = "beginning";
    private static final String RESTORED = "/restored-";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private LogName() {}

    /** What a log is called that was restored at a moment from another one. */
    public static String restored(String of, Instant at) {
        return of.replaceFirst(RESTORED + "[0-9TZ]+$", "") + RESTORED + MOMENT.format(at);
    }

    /** Says that the log in a directory, which isn't there yet, begins with the first events of another one. */
    public static void begin(Path directory, Beginning beginning) throws IOException {
        Files.createDirectories(directory);
        DurableFiles.replace(directory.resolve(BEGINNING), beginning.text().getBytes(UTF_8));
    }

    /** How the log in a directory begins; null if it isn't one that was restored until a moment. */
    static @Nullable Beginning beginning(Path directory) throws IOException {
        Path file = directory.resolve(BEGINNING);
        return Files.exists(file) ? Beginning.parse(Files.readString(file)) : null;
    }

    /**
     * The name of the log in a directory.
     *
     * @param configured what it's called if nothing there says otherwise
     * @throws IOException if the key there is another log's
     */
    static String of(Path directory, String configured) throws IOException {
        Beginning beginning = beginning(directory);
        Path secret = directory.resolve("log.key");
        String key = Files.exists(secret)
                ? NoteKeyPair.parse(Files.readString(secret)).key().name()
                : null;
        if (beginning != null) {
            if (key != null && !key.equals(beginning.origin())) {
                throw new IOException(beginning.inWords() + ", and " + secret + " is the key of " + key
                        + ": take it away and keep it; a key of its own is made at the start");
            }
            return beginning.origin();
        }
        if (key == null || key.equals(configured)) {
            return configured;
        }
        if (key.startsWith(configured + RESTORED)) {
            return key;
        }
        throw new IOException(secret + " is the key of the log " + key + ", and this one is called " + configured);
    }
}
