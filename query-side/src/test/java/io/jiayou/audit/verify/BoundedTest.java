package io.jiayou.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs of somebody who wants more memory taken than there is. */
class BoundedTest {

    private static final int MUCH = 64 << 20;

    @TempDir
    private Path directory;

    @Test
    void anExportThatUnpacksToFarMoreIsMalformed() throws IOException {
        Path export = directory.resolve("export.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(export))) {
            zip.putNextEntry(new ZipEntry(LogExport.CHECKPOINT));
            byte[] nothing = new byte[1 << 20];
            for (int n = 0; n < MUCH / nothing.length; n++) {
                zip.write(nothing);
            }
        }

        assertThat(Files.size(export)).isLessThan(200_000);
        assertThatThrownBy(() -> ExportedLog.open(export))
                .isInstanceOfSatisfying(VerificationException.class, it -> assertThat(it.verdict())
                        .isEqualTo(Verdict.MALFORMED));
    }

    @Test
    void aLineWithoutAnEndIsNone() {
        ByteLines lines = new ByteLines(endless());

        assertThatThrownBy(lines::next).isInstanceOf(IOException.class).hasMessageContaining("a line has more than");
    }

    @Test
    void aServerThatNeverStopsIsMalformed() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            endless().transferTo(exchange.getResponseBody());
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/audit/log";
            assertThatThrownBy(() -> new RemoteLog(address))
                    .isInstanceOfSatisfying(VerificationException.class, it -> assertThat(it.verdict())
                            .isEqualTo(Verdict.MALFORMED));
        } finally {
            server.stop(0);
        }
    }

    /** Who may not ask has learnt nothing of the log, and neither has whom a broken server answers. */
    @ParameterizedTest
    @CsvSource({
        "401, nothing was verified: a right is missing",
        "403, nothing was verified: a right is missing",
        "503, nothing was verified",
        "404, ''"
    })
    void onlyWhatIsntThereIsMissing(int status, String said) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/audit/log";
            if (said.isEmpty()) {
                assertThatThrownBy(() -> new RemoteLog(address))
                        .isInstanceOfSatisfying(VerificationException.class, it -> assertThat(it.verdict())
                                .isEqualTo(Verdict.MISSING));
            } else {
                assertThatThrownBy(() -> new RemoteLog(address))
                        .isInstanceOf(UncheckedIOException.class)
                        .hasMessageContaining(said)
                        .hasMessageContaining(Integer.toString(status));
            }
        } finally {
            server.stop(0);
        }
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
    }
}
