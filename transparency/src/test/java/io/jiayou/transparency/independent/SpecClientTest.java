package io.jiayou.transparency.independent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import io.jiayou.transparency.Checkpoint;
import io.jiayou.transparency.EntryBundle;
import io.jiayou.transparency.FileTileStore;
import io.jiayou.transparency.Hash;
import io.jiayou.transparency.NoteSigner;
import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.Tile;
import io.jiayou.transparency.TileLog;
import io.jiayou.transparency.TreeHashing;
import io.jiayou.transparency.TreeHead;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our logs, served as plain files, to a client that knows only the specifications. */
class SpecClientTest {

    private static final String ORIGIN = "example.com/log";

    private final NoteSigner signer = NoteSigner.generate(ORIGIN);
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path log;

    @TempDir
    private Path directory;

    private HttpServer server;

    @BeforeEach
    void serve() {
        server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                directory.toAbsolutePath(),
                OutputLevel.NONE);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        http.close();
    }

    private SpecClient client() {
        return client(ORIGIN, signer);
    }

    private SpecClient client(String origin, NoteSigner key) {
        String prefix = "http://127.0.0.1:" + server.getAddress().getPort();
        return new SpecClient(
                Resources.over(http, prefix), origin, key.pair().key().vkey());
    }

    private TreeHead log(int size) throws IOException {
        FileTileStore store = FileTileStore.open(log);
        TileLog tiles = TileLog.open(store, TreeHead.empty());
        for (int start = 0; start < size; start += 256) {
            List<byte[]> entries = entries(start, Math.min(size, start + 256));
            List<Hash> leaves = entries.stream().map(TreeHashing::leaf).toList();
            publish(EntryBundle.path(start / 256, entries.size()), EntryBundle.encode(entries));
            tiles.append(leaves);
        }
        TreeHead head = tiles.publish();
        for (Tile tile : Tile.ofTree(size)) {
            publish(tile.path(), Objects.requireNonNull(store.read(tile.path())));
        }
        SignedCheckpoint checkpoint = SignedCheckpoint.sign(Checkpoint.of(ORIGIN, head), signer);
        Files.writeString(directory.resolve("checkpoint"), checkpoint.format());
        return head;
    }

    private void publish(String path, byte[] content) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private static List<byte[]> entries(int start, int end) {
        List<byte[]> entries = new ArrayList<>();
        for (int i = start; i < end; i++) {
            entries.add(("entry " + i).getBytes(UTF_8));
        }
        return entries;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 65_536 + 300})
    void agreesWithOurLogs(int size) throws IOException {
        TreeHead head = log(size);
        SpecClient.Verified verified = client().verifyWithEntries();

        assertThat(verified.size()).isEqualTo(size);
        assertThat(verified.root()).isEqualTo(head.root().toString());
        assertThat(verified.leafHashes()).hasSize(size);
    }

    @Test
    void agreesThatAnEmptyLogIsOne() throws IOException {
        log(0);

        assertThat(client().verifyWithEntries().size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "tile/0/000, 0, leaf hashes have the root",
        "tile/0/000, 65535, leaf hashes have the root",
        "tile/0/002.p/88, 700, leaf hashes have the root",
        "tile/1/000.p/2, 256, hash 1 of level 1",
        "tile/entries/000, 20, entry 0 doesn't hash",
        "tile/entries/002.p/88, 1000, doesn't hash to its leaf hash",
        "tile/entries/001, 7, ends within entry 256",
    })
    void findsAFlippedBit(String path, int bit, String complaint) throws IOException {
        log(600);
        flip(path, bit);

        assertThatThrownBy(client()::verifyWithEntries)
                .isInstanceOf(SpecViolation.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void findsEveryFlippedBitOfTheCheckpoint() throws IOException {
        log(3);
        byte[] checkpoint = Files.readAllBytes(directory.resolve("checkpoint"));
        for (int bit = 0; bit < checkpoint.length * 8; bit++) {
            flip("checkpoint", bit);
            assertThatThrownBy(client()::verify).as("bit %d", bit).isInstanceOf(SpecViolation.class);
            flip("checkpoint", bit);
        }
        client().verify();
    }

    @Test
    void refusesAnotherLogOrKey() throws IOException {
        log(3);
        SpecClient otherOrigin = client("example.com/other", signer);
        SpecClient otherKey = client(ORIGIN, NoteSigner.generate(ORIGIN));

        assertThatThrownBy(otherOrigin::verify).hasMessageContaining("not example.com/other");
        assertThatThrownBy(otherKey::verify).hasMessageContaining("no signature by");
    }

    @Test
    void needsEveryTile() throws IOException {
        log(600);
        Files.delete(directory.resolve("tile/0/001"));

        assertThatThrownBy(client()::verify)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tile/0/001 is answered with 404");
    }

    private void flip(String path, int bit) throws IOException {
        Path file = directory.resolve(path);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        Files.write(file, bytes);
    }
}
