package io.jiayou.recovery;

import io.jiayou.backup.BackupSettings;
import io.jiayou.transparency.DurableFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What a data directory says about its archives: {@code archive.properties}, which the system reads at its start too.
 * Whatever else the system's configuration says is stronger.
 *
 * @param targets addresses
 * @param recipients {@code age1…}
 */
public record ArchiveConfig(List<String> targets, List<String> recipients) {

    private static final String FILE = "archive.properties";
    private static final String TARGETS = "jiayou.archive.targets";
    private static final String RECIPIENTS = "jiayou.archive.recipients";
    static final Duration KEEP_KEYS = Duration.ofDays(30);
    private static final LocalTime UNUSED = LocalTime.MIDNIGHT;

    /** Empty where no archive was set up. */
    public static ArchiveConfig in(Path data) throws IOException {
        Properties properties = new Properties();
        Path file = data.resolve(FILE);
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        return new ArchiveConfig(
                values(properties.getProperty(TARGETS, "")), values(properties.getProperty(RECIPIENTS, "")));
    }

    private static List<String> values(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    public void write(Path data) throws IOException {
        Properties properties = new Properties();
        properties.setProperty(TARGETS, String.join(",", targets));
        properties.setProperty(RECIPIENTS, String.join(",", recipients));
        // as a stream, whatever isn't ASCII is escaped: the system reads the file in another encoding than this does
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        properties.store(bytes, "Where the archive of the events goes, and who can open it");
        DurableFiles.replace(data.resolve(FILE), bytes.toByteArray());
    }

    /** For an archiver that writes at once whatever there is. */
    public BackupSettings atOnce() {
        return new BackupSettings(
                targets,
                recipients,
                null,
                Duration.ZERO,
                8_000_000,
                null,
                UNUSED,
                KEEP_KEYS,
                Duration.ofMinutes(1),
                null,
                "last=1",
                false,
                null,
                null);
    }

    public static Path directory(Path data) {
        return data.resolve("archive");
    }
}
