package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Management on a port of its own. */
@SpringBootTest(
        classes = TriedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "jiayou.access=open",
            "management.server.port=0",
            "jiayou.perimeter.unlimited=",
            "jiayou.perimeter.requests-per-address=20"
        })
class ManagementBorderIT {

    private static final String HEALTH = "/actuator/health";

    private final int port;
    private final int management;

    ManagementBorderIT(@LocalServerPort int port, @LocalManagementPort int management) {
        this.port = port;
        this.management = management;
    }

    @Test
    void standsBehindTheSameBorder() throws Exception {
        Answer answer = new Client(management).get(HEALTH);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header(CorrelationFilter.HEADER)).isNotEmpty();
        new Client(management)
                .with("Content-Type", "multipart/form-data; boundary=b", "Accept-Language", "en")
                .post(HEALTH, "--b")
                .isProblem(415, "unsupported-media-type");
    }

    @Test
    void sharesTheRateOfAnAddress() throws Exception {
        String refused = "";
        for (int n = 0; n < 30 && refused.isEmpty(); n++) {
            String answer = from("127.0.0.21", n % 2 == 0 ? management : port, HEALTH);
            refused = answer.startsWith("HTTP/1.1 429") ? answer : "";
        }

        assertThat(refused).contains("too-many-requests");
    }

    @Test
    void hasFewConnections() throws Exception {
        int kept = 0;
        Socket[] sockets = new Socket[20];
        for (int n = 0; n < sockets.length; n++) {
            sockets[n] = connect("127.0.0.22", management);
            sockets[n].getOutputStream().write("GET ".getBytes(StandardCharsets.US_ASCII));
        }
        Thread.sleep(200);
        for (Socket socket : sockets) {
            socket.setSoTimeout(50);
            try {
                kept += socket.getInputStream().read() >= 0 ? 1 : 0;
            } catch (java.net.SocketTimeoutException open) {
                kept++;
            } catch (java.net.SocketException closed) {
                // more than it takes
            }
            socket.close();
        }

        assertThat(kept).isEqualTo(8);
    }

    private static String from(String address, int port, String path) throws Exception {
        try (Socket socket = connect(address, port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Socket connect(String from, int port) throws Exception {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
        socket.setSoTimeout(10_000);
        return socket;
    }
}
