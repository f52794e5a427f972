package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Forms with parts, which the server itself reads past every stream of ours and writes to disk. */
@SpringBootTest(
        classes = TriedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "jiayou.access=open",
            "jiayou.http.import-limit=1MB",
            "spring.servlet.multipart.max-file-size=1MB",
            "spring.servlet.multipart.max-request-size=1MB"
        })
class FormsIT {

    private static final String PART = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n";
    private static final int MEGABYTES = 4;

    private final int port;
    private final Client client;

    FormsIT(@LocalServerPort int port) {
        this.port = port;
        this.client = new Client(port);
    }

    @Test
    void areRefusedBeforeAnythingIsWrittenWhereNobodyTakesThem() throws IOException {
        for (String path : new String[] {"/things", "/asked", "/api/sessions/refresh", "/nowhere", "/api/importsx"}) {
            assertThat(sendInChunks(path)).as(path).startsWith("HTTP/1.1 415");
        }

        assertThat(written()).isZero();
    }

    @Test
    void areRefusedWithAnAnnouncedLengthToo() {
        client.with("Content-Type", "Multipart/Form-Data; boundary=b", "Accept-Language", "en")
                .post("/asked", PART + "x\r\n--b--\r\n")
                .isProblem(415, "unsupported-media-type", "Content-Type");
    }

    @Test
    void forImportsHaveTheirLimitWhetherItWasAnnouncedOrNot() throws IOException {
        assertThat(client.with("Content-Type", "multipart/form-data; boundary=b")
                        .post("/api/imports/files", PART + "four\r\n--b--\r\n")
                        .body())
                .isEqualTo("4");
        assertThat(sendInChunks("/api/imports/files")).startsWith("HTTP/1.1 413");
        assertThat(written()).isLessThanOrEqualTo(1 << 20);
    }

    private long written() throws IOException {
        Path directory = Path.of(client.get("/parts").body());
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(it -> it.toFile().length())
                    .sum();
        }
    }

    /** Sends more than is allowed, as far as the server takes it. */
    private String sendInChunks(String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Content-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            try {
                chunk(out, PART.getBytes(StandardCharsets.ISO_8859_1));
                byte[] much = new byte[64 * 1024];
                for (int n = 0; n < MEGABYTES * 16; n++) {
                    chunk(out, much);
                }
            } catch (IOException closed) {
                // the answer is here already
            }
            byte[] answer = new byte[1_024];
            int length = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(0, length), StandardCharsets.UTF_8);
        }
    }

    private static void chunk(OutputStream out, byte[] bytes) throws IOException {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
}
