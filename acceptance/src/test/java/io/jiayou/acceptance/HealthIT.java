package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.cli.Ports;
import io.jiayou.standalone.Standalone;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who learns how a system is, and where management with a port of its own listens. */
class HealthIT {

    private static final String HEALTH = "/actuator/health";
    private static final String UP = "{\"status\":\"UP\"}";

    @Test
    void tellsEverybodyWhetherItIsWellAndOperationsAloneWhatThereIs(@TempDir Path directory)
            throws IOException, InterruptedException {
        try (Guarded system = Guarded.start(directory, "required", "--server.address=0.0.0.0")) {
            for (String path : new String[] {HEALTH, HEALTH + "/readiness", HEALTH + "/liveness"}) {
                assertThat(system.send(null, "GET", path, null).text()).isEqualTo(UP);
            }
            assertThat(reachedFromOutside(URI.create(system.address()).getPort()))
                    .as("who is told to listen everywhere does")
                    .allMatch(reached -> reached);
            String auditor = system.token("auditor", null, null);
            assertThat(system.send(auditor, "GET", HEALTH, null).text()).isEqualTo(UP);
            assertThat(system.send(null, "GET", HEALTH + "/diskSpace", null).text())
                    .doesNotContain("UP", "free", directory.toString());
            String operations = system.token("operations", null, null);
            assertThat(system.send(operations, "GET", HEALTH, null).text()).contains("components", "diskSpace");
        }
    }

    @Test
    void listensOnThisMachineAloneAndSoDoesManagement(@TempDir Path directory) throws Exception {
        int port = Ports.free();
        int management = Ports.free();
        List<String> arguments = List.of("--server.port=" + port, "--jiayou.data=" + directory.resolve("data"));
        // a setting in a file, in the directory that it is started from
        Files.writeString(directory.resolve("standalone.yaml"), "management.server.port: " + management + "\n");
        try (ChildProcess process = ChildProcess.java(directory, Standalone.class, arguments, Map.of())) {
            process.awaitHealth("http://127.0.0.1:" + management + HEALTH + "/readiness");
            assertThat(connects("127.0.0.1", management)).isTrue();
            assertThat(reachedFromOutside(management)).noneMatch(reached -> reached);
            assertThat(reachedFromOutside(port)).noneMatch(reached -> reached);
        }
    }

    /** By each address of this machine that others could have. */
    private static List<Boolean> reachedFromOutside(int port) throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(it -> it instanceof Inet4Address && !it.isLoopbackAddress())
                .map(it -> connects(it.getHostAddress(), port))
                .toList();
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
