package io.jiayou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ServerProcessTest {

    private static final Path DATA = Path.of("data");

    private static List<String> command(Map<String, String> environment) {
        return new ServerProcess("jiayou.jar", DATA, 8080, List.of()).inBackgroundCommand(environment);
    }

    @Test
    void hasTheHeapThatTheDocumentsPromiseUnlessSomebodyWantsAnother() {
        assertThat(command(Map.of())).contains("-Xmx384m", "--server.port=8080", "--jiayou.data=data");
        List<String> larger = command(Map.of("JIAYOU_JAVA_OPTIONS", " -Xmx1g  -Dsome=thing "));
        assertThat(larger).containsSubsequence("-Xmx384m", "-Xmx1g", "-Dsome=thing", "-cp");
    }

    /** The file that is written and those that are packed, as many megabytes as the bound says. */
    @Test
    void allFilesOfItsLogTogetherTakeWhatTheBoundSays() {
        for (String bound : List.of("", "8MB")) {
            List<String> command = command(Map.of("JIAYOU_BOUNDS_LOGSIZE", bound));

            long all = DataSize.ofMegabytes(bound.isEmpty() ? 64 : 8).toBytes();
            assertThat(bytes(command, "max-file-size") + bytes(command, "total-size-cap"))
                    .isEqualTo(all);
            assertThat(command).anyMatch(it -> it.endsWith(".%i.log.gz"));
        }
    }

    @Test
    void whatAFullDiskHasEndedSaysSo(@TempDir Path data) throws IOException {
        ServerProcess server = new ServerProcess("jiayou.jar", data, 8080, List.of());
        assertThat(server.lastWords()).isEqualTo("see " + data.resolve("jiayou.log"));

        Files.writeString(data.resolve("jiayou.log"), "java.io.IOException: No space left on device\n");
        assertThat(server.lastWords()).isEqualTo("no space left on the disk of " + data);
    }

    private static long bytes(List<String> command, String name) {
        String argument = "--logging.logback.rollingpolicy." + name + "=";
        return command.stream()
                .filter(it -> it.startsWith(argument))
                .mapToLong(it -> DataSize.parse(it.substring(argument.length())).toBytes())
                .sum();
    }
}
