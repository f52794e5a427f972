package io.jiayou.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The application in a process of its own. */
class StartIT {

    @Test
    void withoutSettingsSaysInOneLineWhatIsMissing() throws Exception {
        Process process = start(Map.of());

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(output(process))
                .isEqualTo("The command side alone needs stores and keys:"
                        + " set JIAYOU_AXON_SERVERS (host:port of Axon Server)"
                        + " and JIAYOU_IDENTIFIER_KEY (32 random bytes in Base64, made once and kept)"
                        + " and JIAYOU_IDENTITY_MONGODB_URI (a database of its own for keys and credentials)"
                        + " and JIAYOU_MASTER_KEY (32 random bytes in Base64, made once and kept),"
                        + " or start everything in one process with ./jiayou start\n");
    }

    @Test
    void withoutAKeyNamesTheKeyOnly() throws Exception {
        Process process = start(Map.of("JIAYOU_AXON_SERVERS", "127.0.0.1:8124", "JIAYOU_PRIVACY_SEALING", "off"));

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output(process))
                .contains("JIAYOU_IDENTIFIER_KEY")
                .doesNotContain("JIAYOU_AXON_SERVERS", "MASTER_KEY");
    }

    private static Process start(Map<String, String> environment) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CommandSide.class.getName());
        command.environment().keySet().removeIf(name -> name.startsWith("JIAYOU_"));
        command.environment().putAll(environment);
        return command.redirectErrorStream(true).start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
