package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The units for systemd, as files; a test of the script runs what the service starts. */
class ServiceUnitsTest {

    private static final Path UNITS = Path.of("..", "docker", "systemd");
    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");
    private static final Pattern INSTALLED = Pattern.compile("/opt/jiayou/(\\S+)");

    @ParameterizedTest
    @ValueSource(strings = {"jiayou.service", "jiayou-monitoring.service"})
    void giveTheirProcessLittle(String unit) throws IOException {
        assertThat(Files.readAllLines(UNITS.resolve(unit)))
                .contains(
                        "ProtectSystem=strict",
                        "ProtectHome=yes",
                        "PrivateDevices=yes",
                        "NoNewPrivileges=yes",
                        "CapabilityBoundingSet=",
                        "RestrictNamespaces=yes",
                        "SystemCallFilter=@system-service")
                .noneMatch(line -> line.matches("User=root|MemoryMax=infinity"));
    }

    @Test
    void startWhatIsInTheRepository() throws Exception {
        try (DirectoryStream<Path> units = Files.newDirectoryStream(UNITS, "*.service")) {
            for (Path unit : units) {
                INSTALLED.matcher(Files.readString(unit)).results().forEach(found -> assertThat(
                                Path.of("..", found.group(1)).toFile())
                        .as(unit.toString())
                        .matches(File::canExecute));
            }
        }
        String help = Jiayou.run("start", "--help").output();
        assertThat(Files.readString(UNITS.resolve("jiayou.service")))
                .contains("ExecStart=/opt/jiayou/jiayou start --foreground --data /var/lib/jiayou");
        assertThat(help).contains("--foreground", "--data", "--address", "docs/settings.md");
    }

    static boolean isAnalyzed() {
        return Files.isExecutable(ANALYZE);
    }

    @Test
    @EnabledIf(value = "isAnalyzed", disabledReason = "no systemd-analyze")
    void areWhatSystemdTakes(@TempDir Path directory) throws Exception {
        List<String> command = new ArrayList<>(List.of(ANALYZE.toString(), "verify", "--man=no"));
        try (DirectoryStream<Path> units = Files.newDirectoryStream(UNITS)) {
            for (Path unit : units) {
                // nothing is installed where it will be
                String here = INSTALLED.matcher(Files.readString(unit)).replaceAll("/bin/true");
                command.add(
                        Files.writeString(directory.resolve(unit.getFileName().toString()), here)
                                .toString());
            }
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines().filter(line -> line.contains(directory.toString())))
                .isEmpty();
    }
}
