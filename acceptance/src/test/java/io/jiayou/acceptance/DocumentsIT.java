package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.cli.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of {@code docs/audit.md} and {@code docs/operations.md}, taken from there and run in their order against a
 * demonstration, but for archives, which {@link RunbookIT} tries. Nothing is replaced but addresses, ports and dates, and each
 * command that prints has something to show.
 */
class DocumentsIT {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern BLOCK = Pattern.compile("(?s)```\n(.*?)```");
    private static final Pattern COMMANDS = Pattern.compile("(?s)(?:\\./jiayou|as\\(\\)).*");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH':00:00'");
    /** Some answers don't end their last line. */
    private static final Pattern TRACED_BEHIND_JSON = Pattern.compile("([}\\]])(\\++ )");

    @Test
    @EnabledIfSystemProperty(named = "jiayou.slow", matches = "true", disabledReason = "takes long: -Djiayou.slow=true")
    void theirExamplesShowSomething(@TempDir Path directory) throws Exception {
        writeCommand(directory);
        List<String> audit = blocks("audit.md");
        List<String> operations = blocks("operations.md").stream()
                .filter(block -> block.contains("before-the-import"))
                .toList();
        assertThat(audit).hasSizeGreaterThanOrEqualTo(6);
        assertThat(operations).hasSize(1);
        List<String> all = new ArrayList<>(audit);
        all.addAll(operations);

        String output = run(directory, script(all));

        List<Shown> shown = shown(output);
        assertThat(shown).as(output).hasSizeGreaterThan(20).allSatisfy(it -> assertThat(it.printed())
                .as(it.command())
                .isNotBlank()
                .doesNotContain("jiayou: ")
                .doesNotContain("\"status\":4")
                .doesNotContain("\"status\":5"));
        assertThat(of(shown, "audit verify")).hasSizeGreaterThanOrEqualTo(5).allSatisfy(it -> assertThat(it.printed())
                .startsWith("HOLDS: "));
        assertThat(of(shown, "--checkpoint before"))
                .allSatisfy(it -> assertThat(it.printed()).contains("  continues the checkpoint in before of "));
        assertThat(of(shown, "--witness"))
                .allSatisfy(it -> assertThat(it.printed()).contains("  cosigned by witness.example/w1 at "));
        assertThat(of(shown, "audit export"))
                .allSatisfy(it -> assertThat(it.printed()).contains(" events, checkpoint with root "));
        assertThat(of(shown, "audit refold"))
                .allSatisfy(it ->
                        assertThat(it.printed()).startsWith("HOLDS: ").containsPattern("  HOLDS sales_1@\\d\\d\\d\\d"));
        assertThat(of(shown, "history --type feedback"))
                .allSatisfy(it -> assertThat(it.printed()).contains("feedback.filed"));
        assertThat(of(shown, "dashboards/sales")).hasSizeGreaterThanOrEqualTo(4).allSatisfy(it -> assertThat(
                        it.printed())
                .containsPattern("\"(orders|actual)\":[1-9]|\"state\":\"BUILDING\""));
        String last = of(shown, "audit verify").getLast().printed();
        assertThat(last).as("with the key of before the rotation").contains("the key handed over to ");
        assertThat(Files.readString(directory.resolve("before"))).contains("jiayou.example/audit\n");
    }

    private static List<Shown> of(List<Shown> shown, String command) {
        List<Shown> found =
                shown.stream().filter(it -> it.command().contains(command)).toList();
        assertThat(found).as(command).isNotEmpty();
        return found;
    }

    /** Those that are commands; others show forms. */
    private static List<String> blocks(String document) throws IOException {
        return BLOCK.matcher(Files.readString(DOCS.resolve(document)))
                .results()
                .map(block -> block.group(1).stripIndent())
                .filter(block -> COMMANDS.matcher(block).matches())
                .toList();
    }

    private static String script(List<String> blocks) throws IOException {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(8));
        String port = Integer.toString(Ports.free());
        String witness = Integer.toString(Ports.free());
        String commands = String.join("\n", blocks)
                .replaceAll("2026-03-01T[0-9:]{8}", LOCAL.format(now.minusDays(6)))
                .replaceAll("2026-04-01T[0-9:]{8}", LOCAL.format(now.minusDays(1)))
                .replace("127.0.0.1:8080", "127.0.0.1:" + port)
                .replace("./jiayou start", "./jiayou start --port " + port)
                .replace("--port 9090", "--port " + witness);
        return "PS4='+ '\ntrap 'set +x; kill $(jobs -p); ./jiayou stop >/dev/null' EXIT\nset -x\n" + commands + "\n";
    }

    /** What one command, as the shell traced it, printed until the next one. */
    private record Shown(String command, String printed) {

        /** Assignments, what goes into files, and pauses print nothing; beside a stop a witness begins in the background. */
        boolean prints() {
            return command.startsWith("./jiayou")
                            && !command.contains("jiayou witness")
                            && !command.contains("jiayou stop")
                    || command.startsWith("curl") && command.contains("/api/");
        }
    }

    private static List<Shown> shown(String output) {
        List<Shown> all = new ArrayList<>();
        String command = "";
        StringBuilder printed = new StringBuilder();
        for (String line :
                TRACED_BEHIND_JSON.matcher(output).replaceAll("$1\n$2").lines().toList()) {
            if (line.startsWith("+ ")) {
                all.add(new Shown(command, printed.toString()));
                command = line.substring(2);
                printed = new StringBuilder();
            } else if (!line.startsWith("++")) {
                printed.append(line).append('\n');
            }
        }
        all.add(new Shown(command, printed.toString()));
        return all.stream().filter(Shown::prints).toList();
    }

    /** As {@code ./jiayou} does it, without building first. */
    private static void writeCommand(Path directory) throws IOException {
        Path file = directory.resolve("jiayou");
        Files.writeString(
                file,
                "#!/bin/bash\nexec '%s/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Djiayou.home='%s' -jar '%s' \"$@\"\n"
                        .formatted(
                                System.getProperty("java.home"),
                                directory,
                                ChildProcess.jarOf(io.jiayou.cli.Jiayou.class)));
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static String run(Path directory, String script) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("script.sh"), script);
        ProcessBuilder bash = new ProcessBuilder("bash", "script.sh")
                .directory(directory.toFile())
                .redirectErrorStream(true);
        bash.environment().put("LC_ALL", "C.UTF-8");
        Process process = bash.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
