package io.jiayou.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void saysWhoHasAPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.expectFree(taken.getLocalPort()))
                    .hasMessageStartingWith("port " + taken.getLocalPort() + " is taken by ")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void choosesAFreeOneForNone() throws IOException {
        int chosen = Ports.chosen(0);

        assertThat(chosen).as("none that a connection is given").isBetween(1_024, 32_767);
        assertThatCode(() -> Ports.expectFree(chosen)).doesNotThrowAnyException();
        assertThat(Ports.chosen(8080)).isEqualTo(8080);
    }

    @Test
    void areFrom0To65535() {
        assertThat(Ports.named("A", "65535")).isEqualTo(65_535);
        assertThatThrownBy(() -> Ports.valid("--port", 65_536)).hasMessage("--port is from 0 to 65535: 65536");
        assertThatThrownBy(() -> Ports.valid("--port", -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> Ports.named("A", "no")).hasMessage("A is no port: no");
    }
}
