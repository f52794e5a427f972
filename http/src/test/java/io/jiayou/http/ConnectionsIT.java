package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What connections take before there is a request. Each test comes from an address of its own. */
@SpringBootTest(
        classes = TriedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "jiayou.access=open",
            "jiayou.perimeter.unlimited=127.0.0.9",
            "jiayou.perimeter.trusted-proxies=127.0.0.8",
            "jiayou.bounds.connections=100",
            "jiayou.bounds.connections-per-address=10",
            "jiayou.bounds.head-time=2",
            "jiayou.bounds.idle-time=3",
            "jiayou.bounds.silence=8",
            "jiayou.bounds.body-time=2"
        })
class ConnectionsIT {

    private static final String HALF = "GET /things?first=1 HTTP/1.1\r\nHost: localhost\r\n";
    private static final String WHOLE = HALF + "\r\n";
    private static final Duration SOON = Duration.ofSeconds(6);

    private final int port;
    private final List<Socket> sockets = new ArrayList<>();

    ConnectionsIT(@LocalServerPort int port) {
        this.port = port;
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void oneAddressHasItsShareAndLocksNobodyOut() throws Exception {
        for (int n = 0; n < 60; n++) {
            send("127.0.0.2", HALF);
        }
        int kept = open(sockets);

        assertThat(kept).isEqualTo(10);
        assertThat(answer(send("127.0.0.3", WHOLE))).startsWith("HTTP/1.1 200");
    }

    @Test
    void whatWasClosedIsFreeAgain() throws Exception {
        for (int n = 0; n < 50; n++) {
            Socket socket = send("127.0.0.4", WHOLE);
            assertThat(answer(socket)).as("connection " + n).startsWith("HTTP/1.1 200");
            socket.close();
            Thread.sleep(20);
        }
    }

    @Test
    void manyAddressesTogetherMakeRoomForOneMore() throws Exception {
        for (int n = 0; n < 12; n++) {
            for (int again = 0; again < 10; again++) {
                send("127.0.1." + (n + 1), HALF);
            }
        }

        assertThat(answer(send("127.0.0.5", WHOLE))).startsWith("HTTP/1.1 200");
    }

    @Test
    void proxiesAndWhomASettingNamesMayHaveMore() throws Exception {
        for (String address : List.of("127.0.0.8", "127.0.0.9")) {
            List<Socket> many = new ArrayList<>();
            for (int n = 0; n < 15; n++) {
                many.add(send(address, HALF));
            }
            assertThat(open(many)).as(address).isEqualTo(15);
        }
    }

    @Test
    void aHeadThatDripsIsCutHoweverOftenAByteComes() throws Exception {
        Socket socket = send("127.0.0.6", HALF + "X-Long: ");

        assertThat(timeUntilCut(socket, "a")).isBetween(Duration.ofMillis(1_500), SOON);
    }

    @Test
    void aHeadThatDripsAfterAnAnswerIsCutAsWell() throws Exception {
        Socket socket = send("127.0.0.7", WHOLE);
        assertThat(answer(socket)).startsWith("HTTP/1.1 200");
        write(socket, HALF + "X-Long: ");

        assertThat(timeUntilCut(socket, "a")).isBetween(Duration.ofMillis(1_500), SOON);
    }

    @Test
    void aBodyThatDripsIsCutAsWell() throws Exception {
        Socket socket = send(
                "127.0.0.10",
                "POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");

        assertThat(timeUntilCut(socket, " ")).isBetween(Duration.ofMillis(1_500), SOON.multipliedBy(2));
    }

    @Test
    void aBodyThatNobodyReadsIsNotTakenForEver() throws Exception {
        Socket socket = send(
                "127.0.0.11",
                "POST /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");

        assertThat(timeUntilCut(socket, " ")).isLessThan(SOON.multipliedBy(2));
    }

    @Test
    void anIdleConnectionIsClosed() throws Exception {
        Socket socket = send("127.0.0.12", WHOLE);
        assertThat(answer(socket)).startsWith("HTTP/1.1 200");

        assertThat(timeUntilCut(socket, "")).isBetween(Duration.ofSeconds(2), SOON);
    }

    private Socket send(String from, String text) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port), 5_000);
        socket.setSoTimeout(10_000);
        try {
            write(socket, text);
        } catch (SocketException closedAlready) {
            // the server takes no more of this address
        }
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The first piece of an answer. */
    private static String answer(Socket socket) throws IOException {
        byte[] bytes = new byte[4_096];
        int length = socket.getInputStream().read(bytes);
        return length < 0 ? "" : new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static int open(List<Socket> sockets) throws Exception {
        Thread.sleep(300);
        int open = 0;
        for (Socket socket : sockets) {
            socket.setSoTimeout(5);
            try {
                open += socket.getInputStream().read() >= 0 ? 1 : 0;
            } catch (SocketTimeoutException stillOpen) {
                open++;
            } catch (SocketException closed) {
                // not among them
            }
        }
        return open;
    }

    /** Sends something again and again until the server ends the connection. */
    private static Duration timeUntilCut(Socket socket, String drop) throws Exception {
        long began = System.nanoTime();
        socket.setSoTimeout(200);
        InputStream answer = socket.getInputStream();
        while (System.nanoTime() - began < Duration.ofSeconds(20).toNanos()) {
            try {
                write(socket, drop);
                if (answer.read() < 0) {
                    break;
                }
            } catch (SocketTimeoutException goesOn) {
                // not yet
            } catch (SocketException closed) {
                break;
            }
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
