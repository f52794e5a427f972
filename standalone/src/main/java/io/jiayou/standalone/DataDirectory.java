package io.jiayou.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The directory that holds all of a standalone system ({@code jiayou.data}): events, the read models' checkpoint and the
 * identifier key, which is made at the first start. Also settles which stores are embedded.
 */
final class DataDirectory implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String KEY_FILE = "identifier.key";
    private static final int KEY_BYTES = 32;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Map<String, Object> settled = new HashMap<>();
        settled.put("jiayou.axon-server", environment.containsProperty("JIAYOU_AXON_SERVERS"));
        settled.put("jiayou.mongodb", environment.containsProperty("JIAYOU_MONGODB_URI"));
        Path data = Path.of(environment.getProperty("jiayou.data", "data"));
        expectWhole(data);
        if (!environment.containsProperty("jiayou.audit.directory")) {
            settled.put("jiayou.audit.directory", data.resolve("audit").toString());
        }
        if (!environment.containsProperty("jiayou.archive.directory")) {
            settled.put("jiayou.archive.directory", data.resolve("archive").toString());
        }
        if (!environment.containsProperty("jiayou.identifier-key")) {
            settled.put("jiayou.identifier-key", identifierKey(data));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("data-directory", settled));
    }

    /** However the process was started: half of a history must not be taken for all of it. */
    private static void expectWhole(Path data) {
        try {
            new Unfinished(data).expectNone();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static String identifierKey(Path data) {
        try {
            Files.createDirectories(data);
            Path file = data.resolve(KEY_FILE);
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            byte[] key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            return write(file, Base64.getEncoder().encodeToString(key));
        } catch (IOException e) {
            throw new UncheckedIOException("the data directory " + data + " can't be used", e);
        }
    }

    /** Readable by the owner alone from the first byte on, and complete or absent. */
    private static String write(Path file, String key) throws IOException {
        Path draft = file.resolveSibling(KEY_FILE + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, key + System.lineSeparator(), StandardOpenOption.SYNC);
        Files.move(draft, file);
        return key;
    }
}
