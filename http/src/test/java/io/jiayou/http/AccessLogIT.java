package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a server writes down. */
@SpringBootTest(
        classes = TriedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "jiayou.access=open",
            "management.server.port=0",
            "jiayou.perimeter.trusted-proxies=127.0.0.1/32",
            "jiayou.perimeter.unlimited=127.0.0.0/8"
        })
class AccessLogIT {

    @TempDir
    static Path directory;

    private final int port;
    private final int management;

    AccessLogIT(@LocalServerPort int port, @LocalManagementPort int management) {
        this.port = port;
        this.management = management;
    }

    @DynamicPropertySource
    static void file(DynamicPropertyRegistry settings) {
        settings.add(
                "jiayou.access-log.file", () -> directory.resolve("access.log").toString());
    }

    /** Written once the answer is on its way, so it may be there a moment later. */
    private static String line(Predicate<String> wanted) throws IOException, InterruptedException {
        for (int looks = 0; looks < 200; looks++) {
            List<String> found = Files.readAllLines(directory.resolve("access.log")).stream()
                    .filter(wanted)
                    .toList();
            if (!found.isEmpty()) {
                return found.getLast();
            }
            Thread.sleep(50);
        }
        return "";
    }

    @Test
    void eachRequestWithTheIdThatItsAnswerHas() throws Exception {
        String id = new Client(port)
                .with("X-Correlation-Id", "trip-7", "X-Forwarded-For", "203.0.113.77")
                .get("/things?first=13800138000")
                .header("X-Correlation-Id");

        assertThat(id).isEqualTo("trip-7");
        assertThat(line(it -> it.contains("\"correlationId\":\"trip-7\"")))
                .contains("\"method\":\"GET\"", "\"route\":\"/things\"")
                .containsPattern("\"status\":(200|400),\"millis\":\\d+,\"bytes\":[1-9]\\d*")
                .doesNotContain("13800138000", "first", "203.0.113");
    }

    @Test
    void alsoWhatNoApplicationSees() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("GET /%zz?secret HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }

        assertThat(line(it -> it.contains("\"status\":400") && !it.contains("correlationId")))
                .doesNotContain("secret", "%zz", "127.0.0");
    }

    @Test
    void alsoManagementOnAPortOfItsOwn() throws Exception {
        new Client(management).with("X-Correlation-Id", "watch-1").get("/actuator/health");

        assertThat(line(it -> it.contains("watch-1"))).contains("\"route\":\"/actuator/health\"", "\"status\":200");
    }
}
