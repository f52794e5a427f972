package io.jiayou.standalone;

import io.jiayou.privacy.PrivateDirectory;
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
 * The directory that holds all of a standalone system ({@code jiayou.data}): events, the read models' checkpoint,
 * credentials, and keys that are made at the first start. Also settles which stores are embedded.
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
        settleDirectory(data);
        if (!environment.containsProperty("jiayou.audit.directory")) {
            settled.put("jiayou.audit.directory", data.resolve("audit").toString());
        }
        if (!environment.containsProperty("jiayou.archive.directory")) {
            settled.put("jiayou.archive.directory", data.resolve("archive").toString());
        }
        if (!environment.containsProperty("jiayou.identifier-key")) {
            settled.put("jiayou.identifier-key", key(data, KEY_FILE));
        }
        if (!environment.containsProperty("jiayou.master-key")) {
            settled.put("jiayou.master-key", masterKeys(data));
        }
        settleIdentity(environment, data.resolve(CredentialsAttachment.DIRECTORY), settled);
        environment.getPropertySources().addFirst(new MapPropertySource("data-directory", settled));
    }

    /**
     * Logging in: what is kept here, and what stands in for the world outside. With stand-ins anybody is anybody, and the log
     * has codes that log in: somebody has to ask for them.
     */
    private static void settleIdentity(
            ConfigurableEnvironment environment, Path directory, Map<String, Object> settled) {
        settled.put("jiayou.identity.embedded", !environment.containsProperty("JIAYOU_IDENTITY_MONGODB_URI"));
        boolean standIns = environment.getProperty(
                "jiayou.stand-ins", Boolean.class, environment.getProperty("jiayou.demo", Boolean.class, false));
        settled.put("jiayou.wechat.stand-in", standIns && !environment.containsProperty("JIAYOU_WECHAT_APP_ID"));
        if (!environment.containsProperty("jiayou.identity.codes-to-log")) {
            settled.put("jiayou.identity.codes-to-log", standIns);
        }
        if (standIns && !environment.containsProperty("jiayou.annulments.account-age")) {
            settled.put("jiayou.annulments.account-age", "0s");
        }
        settled.put("jiayou.identity.terminal-key", key(directory, "terminal.key"));
        settled.put(
                "jiayou.identity.first-login", directory.resolve("first-login").toString());
        settled.put(
                "jiayou.identity.demo-logins", directory.resolve("demo-logins").toString());
    }

    /** However the process was started: half of a history must not be taken for all of it. */
    private static void settleDirectory(Path data) {
        try {
            PrivateDirectory.make(data);
            new Unfinished(data).expectNone();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static String masterKeys(Path data) {
        try {
            boolean keysThere =
                    Files.isDirectory(data.resolve(EmbeddedKeys.DIRECTORY).resolve("records"));
            Path master = EmbeddedKeys.masterKeys(data).file();
            if (keysThere && !Files.exists(master)) {
                throw new IllegalStateException("there are keys of persons, and what unwraps them isn't: put " + master
                        + " back, or set JIAYOU_MASTER_KEY");
            }
            return EmbeddedKeys.masterKeys(data).readOrMake();
        } catch (IOException e) {
            throw new UncheckedIOException("the data directory " + data + " can't be used", e);
        }
    }

    private static String key(Path data, String name) {
        try {
            Files.createDirectories(data);
            Path file = data.resolve(name);
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
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, key + System.lineSeparator(), StandardOpenOption.SYNC);
        Files.move(draft, file);
        return key;
    }
}
