package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What clients break leaves nothing in the log. */
@SpringBootTest(
        classes = TriedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "jiayou.access=open",
            "jiayou.bounds.silence=1s",
            "jiayou.bounds.stack-traces=1000000",
            "jiayou.bounds.log-lines=1000000"
        })
class ClientFaultsIT {

    private static final String JSON = "POST /things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    private static final String GET = "GET /things?first=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";

    private final int port;
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Level before = Level.INFO;

    ClientFaultsIT(@LocalServerPort int port) {
        this.port = port;
    }

    @BeforeEach
    void listen() {
        before = root.getLevel();
        root.setLevel(Level.INFO);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
        root.setLevel(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                JSON + "Content-Length: 100\r\n\r\n{\"name\":",
                JSON + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                JSON + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"nam",
                JSON + "Transfer-Encoding: chunked\r\n\r\n-1\r\n{",
                "GET // HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /%%% HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                GET + "X-Correlation-Id: a\u0085b\r\n\r\n",
                GET + "X-Correlation-Id: a\u0001b\r\n\r\n",
                GET + "Accept: application/json;a=\"\u0085\"\r\n\r\n",
                GET + "Accept: application/json;a=\"\u007f\"\r\n\r\n",
                GET + "If-None-Match: \"\u0085\"\r\n\r\n",
                GET + "Access-Control-Request-Method: \u0085\r\nOrigin: http://a\r\n\r\n",
                "POST /api/imports/files HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                        + "Content-Length: 1000\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nhalf"
            })
    void leavesNoStackTraceInTheLog(String request) throws Exception {
        broken(request);

        expectNothingInTheLog();
    }

    private void expectNothingInTheLog() throws InterruptedException {
        Thread.sleep(300);
        assertThat(List.copyOf(log.list))
                .filteredOn(
                        it -> it.getThrowableProxy() != null || it.getLevel().isGreaterOrEqual(Level.WARN))
                .isEmpty();
    }

    @Test
    void leavesNothingInTheLogWhenItFallsSilent() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((JSON + "Content-Length: 100\r\n\r\n{\"name\":").getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("malformed-body");
        }
        expectNothingInTheLog();
    }

    /** Each comes on a connection of its own, as the server would log the first of each. */
    @Test
    void leavesNoLineInTheLogWhenItIsNoRequest() throws Exception {
        for (int n = 0; n < 50; n++) {
            broken("NONSENSE\r\n\r\n");
        }
        Thread.sleep(300);

        assertThat(List.copyOf(log.list))
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEmpty();
    }

    @Test
    void butWhatTheServerBreaksDoes() throws Exception {
        new Client(port).get("/faults").isProblem(500, "internal");

        assertThat(List.copyOf(log.list)).anyMatch(it -> it.getThrowableProxy() != null);
    }

    /** Sends it and ends the sending direction, so that the server sees the end. */
    private void broken(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).doesNotStartWith("HTTP/1.1 5");
        }
    }
}
