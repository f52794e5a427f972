package io.jiayou.transparency;

import static io.jiayou.transparency.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log and its witness over HTTP: what grows is cosigned, what lies isn't. */
class WitnessOverHttpTest {

    private static final String ORIGIN = "example.com/log";

    private final HttpClient http = HttpClient.newHttpClient();
    private final NoteSigner signer = NoteSigner.generate(ORIGIN);
    private final TrustedLog trusted = new TrustedLog(ORIGIN, List.of(signer.verifier()));
    private final Cosigner cosigner = Cosigner.generate("witness.example/w1");
    private final TileLog log = TileLog.open(new MemoryTileStore(), TreeHead.empty());

    @TempDir
    private Path directory;

    private WitnessServer server;
    private WitnessClient client;

    @BeforeEach
    void start() throws IOException {
        Witness witness = Witness.open(directory, cosigner, List.of(trusted), Clock.systemUTC());
        server = WitnessServer.start(witness, 0);
        client = new WitnessClient(http, server.uri(), cosigner.verifier());
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    private static SignedCheckpoint grow(TileLog log, int from, int to, NoteSigner signer) {
        log.append(ReferenceTree.leaves(from, to));
        return SignedCheckpoint.sign(Checkpoint.of(ORIGIN, log.publish()), signer);
    }

    private SignedCheckpoint grow(int to) {
        return grow(log, (int) log.size(), to, signer);
    }

    private SignedCheckpoint cosign(SignedCheckpoint checkpoint) throws IOException, InterruptedException {
        return client.cosign(checkpoint, log::consistencyProof);
    }

    @Test
    void cosignsAGrowingLog() throws Exception {
        for (int size : List.of(0, 1, 300, 300, 1000)) {
            SignedCheckpoint cosigned = cosign(grow(size));

            assertThat(cosigned.verify(trusted).head()).isEqualTo(log.head());
            assertThat(cosigned.cosignatures(List.of(cosigner.verifier()))).hasSize(1);
            assertThat(latest().body()).isEqualTo(cosigned.format());
        }
        assertThat(latest().headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
    }

    @Test
    void aClientThatKnowsNothingIsToldTheSize() throws Exception {
        cosign(grow(300));
        SignedCheckpoint later = grow(1000);
        WitnessClient fresh = new WitnessClient(http, server.uri(), cosigner.verifier());

        assertThat(fresh.cosign(later, log::consistencyProof).cosignatures(List.of(cosigner.verifier())))
                .hasSize(1);
    }

    @Test
    void continuesAfterARestartOfTheWitness() throws Exception {
        cosign(grow(300));
        server.close();
        start();
        assertThat(latest().body()).startsWith(ORIGIN + "\n300\n");
        cosign(grow(301));

        assertThat(latest().body()).startsWith(ORIGIN + "\n301\n");
    }

    @Test
    void twoWitnessesCosignOneCheckpoint() throws Exception {
        Cosigner second = Cosigner.generate("witness.example/w2");
        Witness witness = Witness.open(directory.resolve("w2"), second, List.of(trusted), Clock.systemUTC());
        try (WitnessServer other = WitnessServer.start(witness, 0)) {
            SignedCheckpoint once = cosign(grow(10));
            SignedCheckpoint twice =
                    new WitnessClient(http, other.uri(), second.verifier()).cosign(once, log::consistencyProof);

            assertThat(twice.cosignatures(List.of(cosigner.verifier(), second.verifier())))
                    .hasSize(2);
        }
    }

    @Nested
    class Refuses {

        @Test
        void aForkedLog() throws Exception {
            cosign(grow(300));
            TileLog fork = TileLog.open(new MemoryTileStore(), TreeHead.empty());
            SignedCheckpoint forked = grow(fork, 1, 501, signer);
            WitnessClient fresh = new WitnessClient(http, server.uri(), cosigner.verifier());

            assertRefused(Verdict.INCONSISTENT, () -> fresh.cosign(forked, fork::consistencyProof));
            assertRefused(Verdict.INCONSISTENT, () -> client.cosign(forked, fork::consistencyProof));
            TileLog sameSize = TileLog.open(new MemoryTileStore(), TreeHead.empty());
            SignedCheckpoint forkedAtOnce = grow(sameSize, 1, 301, signer);
            assertRefused(Verdict.INCONSISTENT, () -> fresh.cosign(forkedAtOnce, sameSize::consistencyProof));
            assertThat(latest().body()).startsWith(ORIGIN + "\n300\n" + log.rootAt(300));
        }

        @Test
        void aLogThatWentBack() throws Exception {
            SignedCheckpoint earlier = grow(200);
            cosign(grow(300));
            WitnessClient fresh = new WitnessClient(http, server.uri(), cosigner.verifier());

            assertRefused(Verdict.ROLLED_BACK, () -> fresh.cosign(earlier, log::consistencyProof));
            assertRefused(Verdict.ROLLED_BACK, () -> cosign(earlier));
        }

        @Test
        void aWrongKeyOrAnotherLog() {
            SignedCheckpoint wrongKey = grow(log, 0, 10, NoteSigner.generate(ORIGIN));
            Checkpoint elsewhere = Checkpoint.of("example.com/other", log.head());

            assertRefused(Verdict.NO_TRUSTED_SIGNATURE, () -> cosign(wrongKey));
            assertRefused(Verdict.OTHER_LOG, () -> cosign(SignedCheckpoint.sign(elsewhere, signer)));
        }

        @Test
        void otherPathsMethodsAndSizes() throws Exception {
            assertThat(status("GET", "/add-checkpoint", new byte[0])).isEqualTo(405);
            assertThat(status("POST", "/add-checkpoint", new byte[0])).isEqualTo(400);
            assertThat(status("POST", "/add-checkpoint", new byte[AddCheckpoint.LONGEST + 1]))
                    .isEqualTo(413);
            assertThat(status("POST", "/" + "0".repeat(64) + "/checkpoint", new byte[0]))
                    .isEqualTo(405);
            assertThat(status("GET", "/" + "0".repeat(64) + "/checkpoint", new byte[0]))
                    .isEqualTo(404);
            assertThat(status("GET", "/../checkpoint", new byte[0])).isEqualTo(404);
        }

        private int status(String method, String path, byte[] body) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.uri() + path))
                    .method(method, BodyPublishers.ofByteArray(body))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    /** What a client makes of a witness that misbehaves. */
    @Nested
    class AWitnessThatLies {

        private WitnessAnswer answer = WitnessAnswer.ok("");

        private HttpServer liar;

        @BeforeEach
        void startLiar() throws IOException {
            liar = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            liar.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                byte[] body = answer.body().getBytes(UTF_8);
                exchange.getResponseHeaders().set("Content-Type", answer.contentType());
                exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            liar.start();
            client = new WitnessClient(
                    http, URI.create("http://127.0.0.1:" + liar.getAddress().getPort()), cosigner.verifier());
        }

        @AfterEach
        void stopLiar() {
            liar.stop(0);
        }

        @Test
        void byAnotherCosignature() {
            Checkpoint other = Checkpoint.of("example.com/other", TreeHead.empty());
            answer = WitnessAnswer.ok(
                    cosigner.cosign(other, Clock.systemUTC().instant()).line());
            assertRefused(Verdict.BAD_SIGNATURE, () -> cosign(grow(10)));
            answer = WitnessAnswer.ok(Cosigner.generate("w")
                    .cosign(other, Clock.systemUTC().instant())
                    .line());
            assertRefused(Verdict.NO_TRUSTED_SIGNATURE, () -> cosign(grow(10)));
            answer = WitnessAnswer.ok("");
            assertRefused(Verdict.NO_TRUSTED_SIGNATURE, () -> cosign(grow(10)));
            answer = WitnessAnswer.ok("hello\n");
            assertRefused(Verdict.MALFORMED, () -> cosign(grow(10)));
        }

        @Test
        void byAnotherSize() {
            answer = WitnessAnswer.conflict(11);
            assertRefused(Verdict.ROLLED_BACK, () -> cosign(grow(10)));
            answer = new WitnessAnswer(409, WitnessAnswer.SIZE, "7");
            assertRefused(Verdict.MALFORMED, () -> cosign(grow(10)));
            answer = new WitnessAnswer(409, WitnessAnswer.TEXT, "7\n");
            assertRefused(Verdict.MALFORMED, () -> cosign(grow(10)));
            answer = WitnessAnswer.conflict(3);
            assertThatThrownBy(() -> cosign(grow(10))).isInstanceOf(IOException.class);
        }

        @Test
        void byFailing() {
            answer = WitnessAnswer.refused(500, "out of order");
            assertThatThrownBy(() -> cosign(grow(10))).isInstanceOf(IOException.class);
            answer = WitnessAnswer.ok("a".repeat(1 << 20));
            assertThatThrownBy(() -> cosign(grow(10))).isInstanceOf(IOException.class);
        }
    }

    private HttpResponse<String> latest() throws IOException, InterruptedException {
        URI uri = URI.create(server.uri() + "/" + WitnessState.originHash(ORIGIN) + "/checkpoint");
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
