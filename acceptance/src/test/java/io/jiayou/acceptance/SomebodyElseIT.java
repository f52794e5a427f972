package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.jiayou.cli.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.util.FileSystemUtils;

/**
 * Another user of the same machine reads no file of a running system, learns nothing from its process, and gets past no login of
 * what it listens on.
 */
@EnabledOnOs(OS.LINUX)
@TestInstance(Lifecycle.PER_CLASS)
class SomebodyElseIT {

    private Path directory = Path.of("");
    private Path data = Path.of("");
    private int port;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        SomebodyElse.orSkip();
        // everybody can get here, so that the data directory is what keeps them out
        directory = Files.createTempDirectory(
                Path.of("/tmp"),
                "jiayou-somebody-else",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        data = directory.resolve("data");
        port = Ports.free();
        Jiayou started = Jiayou.run("start", "--demo", "--port", Integer.toString(port), "--data", data.toString());
        assertThat(started.status()).as(started.output()).isZero();
        String address = "http://127.0.0.1:" + port;
        new Api(address, address).answered("POST", "/api/sessions/phone/codes", Map.of("phone", "13912345670"));
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        if (port > 0) {
            Jiayou.run("stop", "--data", data.toString());
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    private ObservedProcess process() throws IOException {
        return ObservedProcess.of(data);
    }

    @Test
    void readsNoFile() throws Exception {
        String program = String.valueOf(
                ChildProcess.jarOf(io.jiayou.cli.Jiayou.class).toRealPath().getParent());
        List<String> files = new ArrayList<>(process().files(List.of(directory, Path.of("/tmp"), Path.of("/var/tmp"))));
        files.removeIf(file -> file.startsWith(program));
        try (Stream<Path> all = Files.walk(data)) {
            all.map(Path::toString).forEach(files::add);
        }

        assertThat(files).hasSizeGreaterThan(30).anyMatch(file -> file.endsWith("jiayou.log"));
        assertThat(SomebodyElse.canRead(files)).isEmpty();
        assertThat(SomebodyElse.canRead(List.of(directory.toString()))).hasSize(1);
    }

    @Test
    void learnsNothingFromTheProcess() throws Exception {
        ObservedProcess process = process();

        for (String secret : List.of("environ", "mem", "maps", "fd")) {
            assertThat(SomebodyElse.runs("", "ls", "-L", process.proc(secret) + "/")
                            .status())
                    .as(secret)
                    .isNotZero();
            assertThat(SomebodyElse.runs("", "cat", process.proc(secret).toString())
                            .status())
                    .as(secret)
                    .isNotZero();
        }
        String shown = process.commandLine();
        for (String key : List.of("identifier.key", "keys/master.key", "identity/terminal.key")) {
            assertThat(shown).doesNotContain(Files.readString(data.resolve(key)).strip());
        }
        assertThat(shown).doesNotContain("mongodb://");
    }

    @Test
    void attachesToNothing() throws Exception {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        String pid = Long.toString(process().pid());

        SomebodyElse attached = SomebodyElse.runs("", jcmd, pid, "VM.system_properties");

        assertThat(attached.status()).isNotZero();
        assertThat(attached.output()).doesNotContain("java.home=");
    }

    @Test
    void getsPastNoLoginOfAnythingThatListens() throws Exception {
        List<Integer> stores = new ArrayList<>();
        for (int listening : process().ports()) {
            if (listening != port && isAStore(listening)) {
                stores.add(listening);
            }
        }

        assertThat(stores).as("read stores").hasSize(1);
        refuses("mongodb://127.0.0.1:" + stores.getFirst(), MongoCommandException.class);
        refuses(
                "mongodb://jiayou:" + "0".repeat(64) + "@127.0.0.1:" + stores.getFirst()
                        + "/?authMechanism=PLAIN&authSource=$external",
                MongoSecurityException.class);
    }

    private static boolean isAStore(int listening) {
        String address = "mongodb://127.0.0.1:" + listening + "/?serverSelectionTimeoutMS=3000";
        try (MongoClient stranger = MongoClients.create(address)) {
            stranger.getDatabase("admin").runCommand(new Document("ping", 1));
            return true;
        } catch (MongoException another) {
            return false;
        }
    }

    private static void refuses(String address, Class<? extends MongoException> refusal) {
        try (MongoClient stranger = MongoClients.create(address)) {
            assertThatThrownBy(() ->
                            stranger.getDatabase("jiayou").listCollectionNames().first())
                    .isInstanceOf(refusal);
            assertThatThrownBy(() -> stranger.getDatabase("jiayou")
                            .getCollection("driver-profile-1")
                            .insertOne(new Document("_id", "stranger")))
                    .isInstanceOf(MongoException.class);
        }
    }
}
