package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever has many addresses of an IPv6 network has no more places for bodies than whoever has one. */
@SpringBootTest(
        classes = TriedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "jiayou.access=open",
            "jiayou.perimeter.trusted-proxies=127.0.0.8",
            "jiayou.bounds.bodies-at-once=8"
        })
class SharedBodiesIT {

    private final int port;

    SharedBodiesIT(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void leavePlacesToOtherNetworks() throws IOException, InterruptedException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int n = 0; n < 8; n++) {
                Socket socket = open("127.0.0.8");
                slow.add(socket);
                send(socket, "X-Forwarded-For: 2001:db8:0:1::" + (n + 1) + "\r\nContent-Length: 100\r\n", "{");
            }
            Thread.sleep(1_000);
            try (Socket other = open("127.0.0.3")) {
                String body = "{\"name\":\"a\",\"amount\":1}";
                send(other, "Content-Length: " + body.length() + "\r\n", body);
                byte[] answer = other.getInputStream().readNBytes("HTTP/1.1 200".length());
                assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static void send(Socket socket, String headers, String body) throws IOException {
        socket.getOutputStream()
                .write(("POST /things HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n" + headers + "\r\n"
                                + body)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private Socket open(String from) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(15_000);
        return socket;
    }
}
