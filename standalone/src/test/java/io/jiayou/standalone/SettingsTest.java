package io.jiayou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.backup.BackupSettings;
import io.jiayou.http.bounds.Bound;
import io.jiayou.http.lasting.LastingSettings;
import io.jiayou.http.perimeter.PerimeterSettings;
import io.jiayou.query.ReadModelSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What the modules say of their settings is what their code reads, and docs/settings.md shows all of it. */
class SettingsTest {

    private static final Path DOCUMENT = Path.of("../docs/settings.md");
    private static final String BEGIN = "<!-- the table is written by a test -->";
    private static final List<Class<? extends Record>> GROUPS =
            List.of(BackupSettings.class, LastingSettings.class, PerimeterSettings.class, ReadModelSettings.class);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{((?:jiayou\\.|JIAYOU_)[\\w.-]+)(?::([^}]*))?}");
    private static final Pattern NAMED = Pattern.compile("\"(jiayou\\.[a-z][a-z.-]*[a-z]|JIAYOU_[A-Z_]+)\"");
    /** Names of files, of metrics, of what the script and tests say to their own processes. */
    private static final Pattern OTHERS =
            Pattern.compile("jiayou\\.(log|lock|out|process|jar|home|language|axonserver\\..*)"
                    + "|jiayou\\.(commands|readmodel|audit\\.(alarms|size)|border|clock|events|live\\.streams|logins|periodic|personal|ready"
                    + "|archive\\.(behind|full\\.timestamp))\\b.*|jiayou\\.(archive|lasting|perimeter|read-models)");
    /** What the process settles for its own parts, for nobody to set. */
    private static final List<String> SETTLED = List.of(
            "jiayou.axon-server",
            "jiayou.identity.embedded",
            "jiayou.identity.terminal-key",
            "jiayou.mongodb",
            "jiayou.wechat.stand-in");

    /** Of all modules, by name. */
    private static Map<String, Setting> settings() throws IOException {
        Map<String, Setting> settings = new TreeMap<>();
        for (Setting setting : Setting.all()) {
            assertThat(settings.put(setting.name(), setting)).as(setting.name()).isNull();
        }
        return settings;
    }

    @Test
    void theCodeReadsNoOthersAndHasTheSameDefaults() throws IOException {
        Map<String, Setting> settings = settings();

        for (String source : sources()) {
            PLACEHOLDER.matcher(source).results().forEach(read -> {
                String name = read.group(1);
                String usual = read.group(2);
                if (!isBound(name) && !SETTLED.contains(name)) {
                    isDescribed(settings, name);
                    if (usual != null && !usual.startsWith("#") && !usual.startsWith("$")) {
                        assertThat(usual(settings, name)).as(name).isEqualTo(usual);
                    }
                }
            });
            NAMED.matcher(source)
                    .results()
                    .map(read -> asSetting(read.group(1)))
                    .filter(name -> !OTHERS.matcher(name).matches() && !isBound(name) && !SETTLED.contains(name))
                    .forEach(name -> isDescribed(settings, name));
        }
    }

    private static void isDescribed(Map<String, Setting> settings, String name) {
        assertThat(settings.containsKey(name))
                .as(
                        "%s is in additional-spring-configuration-metadata.json of its module, or, if it's no setting but a metric's name, in OTHERS",
                        name)
                .isTrue();
    }

    private static @Nullable String usual(Map<String, Setting> settings, String name) {
        return Objects.requireNonNull(settings.get(name), name).usual();
    }

    /** Some are looked for by their names in the environment, where hyphens have become underscores. */
    private static final Map<String, String> BY_VARIABLE = Map.of(
            "JIAYOU_IDENTIFIER_KEY", "jiayou.identifier-key",
            "JIAYOU_IDENTIFIER_KEY_LOST", "jiayou.identifier-key-lost",
            "JIAYOU_MASTER_KEY", "jiayou.master-key",
            "JIAYOU_PRIVACY_SEALING", "jiayou.privacy.sealing",
            "JIAYOU_BOUNDS_LOGSIZE", "jiayou.bounds.log-size");

    private static String asSetting(String name) {
        return BY_VARIABLE.getOrDefault(name, name);
    }

    private static String variable(String setting) {
        return BY_VARIABLE.entrySet().stream()
                .filter(spelled -> spelled.getValue().equals(setting))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT));
    }

    @Test
    void groupsHaveTheSameDefaults() throws IOException {
        Map<String, Setting> settings = settings();

        for (Class<? extends Record> group : GROUPS) {
            String prefix = group.getAnnotation(ConfigurationProperties.class).value() + ".";
            for (Parameter component : group.getDeclaredConstructors()[0].getParameters()) {
                String name = prefix
                        + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                DefaultValue usual = component.getAnnotation(DefaultValue.class);
                isDescribed(settings, name);
                assertThat(usual(settings, name))
                        .as(name)
                        .isEqualTo(usual == null ? null : String.join(",", usual.value()));
            }
        }
    }

    @Test
    void theCodeReadsAllThatAreSaidToBe() throws IOException {
        String sources = String.join("\n", sources());

        assertThat(settings().keySet())
                .allSatisfy(name -> assertThat(isRead(name, sources)).as(name).isTrue());
    }

    private static boolean isRead(String name, String sources) {
        boolean inAGroup = GROUPS.stream()
                .map(group -> group.getAnnotation(ConfigurationProperties.class).value() + ".")
                .anyMatch(name::startsWith);
        return inAGroup || sources.contains("\"" + name + "\"") || sources.contains("${" + name);
    }

    @Test
    void theDocumentShowsThem() throws IOException {
        String document = Files.readString(DOCUMENT);
        String expected = document.substring(0, document.indexOf(BEGIN)) + BEGIN + "\n\n" + table();
        if (Boolean.getBoolean("jiayou.approve") && System.getenv("CI") == null) {
            Files.writeString(DOCUMENT, expected);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("docs/settings.md; -Djiayou.approve=true writes it")
                .isEqualTo(expected);
    }

    private static String table() throws IOException {
        StringBuilder text =
                new StringBuilder("| Setting | Environment | Default | Read by | |\n|---|---|---|---|---|\n");
        Map<String, String> rows = new TreeMap<>();
        settings().values().forEach(setting -> rows.put(setting.name().toLowerCase(Locale.ROOT), row(setting)));
        for (Bound bound : Bound.values()) {
            rows.put(
                    bound.setting(),
                    row(bound.setting(), "[limits](limits.md)", "both sides", "The bound `" + bound.code() + "`."));
        }
        rows.values().forEach(text::append);
        return text.toString();
    }

    private static String row(Setting setting) {
        String usual = setting.usual() == null || setting.usual().isEmpty() ? "–" : "`" + setting.usual() + "`";
        return row(setting.name(), usual, setting.reader(), setting.description());
    }

    private static String row(String name, String usual, String reader, String meaning) {
        boolean variable = name.startsWith("JIAYOU_");
        String environment = variable ? name : variable(name);
        return "| %s | `%s` | %s | %s | %s |\n"
                .formatted(variable ? "" : "`" + name + "`", environment, usual, reader, meaning);
    }

    private static boolean isBound(String name) {
        return Stream.of(Bound.values()).anyMatch(bound -> bound.setting().equals(name));
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.filter(module -> !module.endsWith("trials"))
                    .map(module -> module.resolve("src/main"))
                    .filter(Files::isDirectory)
                    .flatMap(SettingsTest::walk)
                    .filter(file -> file.toString().matches(".*\\.(java|yaml)"))
                    .map(SettingsTest::read)
                    .toList();
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Objects.requireNonNull(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
