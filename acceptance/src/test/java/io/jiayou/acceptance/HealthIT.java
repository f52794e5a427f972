package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.standalone.Standalone;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who learns how a system is, and where management with a port of its own listens. */
class HealthIT {

    private static final String HEALTH = "/actuator/health";

    @Test
    void tellsEverybodyWhetherItIsWellAndOperationsAloneWhatThereIs(@TempDir Path directory)
            throws IOException, InterruptedException {
        try (Guarded system = Guarded.start(directory, "required")) {
            for (String path : new String[] {HEALTH, HEALTH + "/readiness", HEALTH + "/liveness"}) {
                assertThat(system.send(null, "GET", path, null).text())
                        .contains("UP")
                        .doesNotContain("components", "details", directory.toString());
            }
            String auditor = system.token("auditor", null, null);
            assertThat(system.send(auditor, "GET", HEALTH, null).text()).doesNotContain("components");
            String operations = system.token("operations", null, null);
            assertThat(system.send(operations, "GET", HEALTH, null).text()).contains("components", "diskSpace");
        }
    }

    @Test
    void managementListensOnThisMachineAlone(@TempDir Path directory) throws Exception {
        int management = ChildProcess.freePort();
        List<String> arguments = List.of(
                "--server.port=" + ChildProcess.freePort(),
                "--management.server.port=" + management,
                "--jiayou.data=" + directory.resolve("data"));
        try (ChildProcess process = ChildProcess.java(directory, Standalone.class, arguments, Map.of())) {
            process.awaitHealth("http://127.0.0.1:" + management + HEALTH + "/readiness");
            assertThat(connects("127.0.0.1", management)).isTrue();
            for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
                each.inetAddresses().filter(it -> !it.isLoopbackAddress()).forEach(it -> assertThat(
                                connects(it.getHostAddress(), management))
                        .as(it.toString())
                        .isFalse());
            }
        }
    }

    private static boolean connects(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
