package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** TLS as docs/operations.md configures it, with a certificate that is made for the test. */
@SpringBootTest(
        classes = TriedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"jiayou.access=open", "server.ssl.bundle=jiayou", "server.ssl.enabled-protocols=TLSv1.3"})
class TransportIT {

    private static final String SECRET = "changed-later";

    @TempDir
    static Path directory;

    private final int port;

    TransportIT(@LocalServerPort int port) {
        this.port = port;
    }

    @DynamicPropertySource
    static void bundle(DynamicPropertyRegistry settings) throws IOException, InterruptedException {
        Path store = directory.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        SECRET,
                        "-alias",
                        "jiayou",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1")
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        settings.add("spring.ssl.bundle.jks.jiayou.keystore.location", () -> "file:" + store);
        settings.add("spring.ssl.bundle.jks.jiayou.keystore.password", () -> SECRET);
        settings.add("spring.ssl.bundle.jks.jiayou.keystore.type", () -> "PKCS12");
    }

    @Test
    void isSecuredAndTellsBrowsersToStayWithIt() throws Exception {
        try (HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/things?first=1"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                    .startsWith("max-age=31536000");
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        }
    }

    private static SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(directory.resolve("keys.p12"))) {
            store.load(in, SECRET.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("jiayou", store.getCertificate("jiayou"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
