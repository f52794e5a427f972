package io.jiayou.standalone;

import io.jiayou.privacy.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * The directory that holds all of a standalone system ({@code jiayou.data}): events, the read models' checkpoint,
 * credentials, and keys that are made at the first start. Also settles which stores are embedded.
 */
final class DataDirectory implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Whose free space health and metrics tell. */
    private static final List<String> DISK =
            List.of("management.health.diskspace.path", "management.metrics.system.diskspace.paths");

    private static final String NODE = "jiayou.read-models.node";

    /** Nobody else works in a read store inside the process: what the one before had claimed is this one's. */
    private static final String ALONE = "alone";

    /** As Spring names the server of management that has a port of its own. */
    private static final String MANAGEMENT = "management";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Map<String, Object> settled = new HashMap<>();
        settled.put("jiayou.axon-server", environment.containsProperty("JIAYOU_AXON_SERVERS"));
        boolean mongo = environment.containsProperty("JIAYOU_MONGODB_URI");
        settled.put("jiayou.mongodb", mongo);
        if (!mongo && !environment.containsProperty(NODE)) {
            settled.put(NODE, ALONE);
        }
        Path data = Path.of(environment.getProperty("jiayou.data", "data"));
        settleDirectory(data, context);
        if (!environment.containsProperty("jiayou.audit.directory")) {
            settled.put("jiayou.audit.directory", data.resolve("audit").toString());
        }
        if (!environment.containsProperty("jiayou.archive.directory")) {
            settled.put("jiayou.archive.directory", data.resolve("archive").toString());
        }
        // what refuses to start for want of a key comes before what makes one
        if (!environment.containsProperty("jiayou.master-key")) {
            settled.put("jiayou.master-key", masterKeys(data));
        }
        settled.put("jiayou.identifier-key", identifierKey(environment, data));
        DISK.stream()
                .filter(setting -> !environment.containsProperty(setting))
                .forEach(setting -> settled.put(setting, data.toAbsolutePath().toString()));
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

    /** However the process was started: half of a history must not be taken for all of it, nor a directory of somebody else. */
    private static void settleDirectory(Path data, ConfigurableApplicationContext context) {
        try {
            new OwnDirectory(data).expectOurs();
            PrivateDirectory.make(data);
            new Unfinished(data).expectNone();
            hold(DirectoryLock.take(data), context);
            emptyTemporary(data.resolve("tmp").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** Until the last of the beans is gone, and so whatever writes there. */
    private static void hold(DirectoryLock lock, ConfigurableApplicationContext context) {
        ((DefaultListableBeanFactory) context.getBeanFactory())
                .registerDisposableBean("dataDirectoryLock", lock::close);
        context.addApplicationListener((WebServerInitializedEvent event) -> noteListening(lock, event, context));
    }

    private static void noteListening(
            DirectoryLock lock, WebServerInitializedEvent event, ConfigurableApplicationContext context) {
        int port = event.getWebServer().getPort();
        try {
            if (event.getApplicationContext() == context) {
                lock.listens(port);
            } else if (WebServerApplicationContext.hasServerNamespace(event.getApplicationContext(), MANAGEMENT)) {
                lock.managementListens(port);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a killed process has left there, nobody wants any more; only where this process was told to have it there. */
    private static void emptyTemporary(Path temporary) throws IOException {
        if (temporary.toString().equals(System.getProperty("java.io.tmpdir"))) {
            FileSystemUtils.deleteRecursively(temporary);
            PrivateDirectory.make(temporary);
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

    private static String identifierKey(ConfigurableEnvironment environment, Path data) {
        try {
            return new IdentifierKeys(
                            data,
                            environment.getProperty("jiayou.identifier-key"),
                            environment.getProperty("jiayou.identifier-key-lost", Boolean.class, false))
                    .settled();
        } catch (IOException e) {
            throw new UncheckedIOException("the data directory " + data + " can't be used", e);
        }
    }

    private static String key(Path directory, String name) {
        try {
            return SecretFile.readOrMake(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("the data directory " + directory + " can't be used", e);
        }
    }
}
