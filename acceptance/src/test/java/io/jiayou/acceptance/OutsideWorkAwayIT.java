package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.jiayou.archive.target.S3Server;
import io.jiayou.detour.Detour;
import io.jiayou.detour.Detour.Way;
import io.jiayou.recovery.RecoveryKit;
import io.jiayou.transparency.Cosigner;
import io.jiayou.transparency.KeyFile;
import io.jiayou.transparency.KeyType;
import io.jiayou.transparency.NoteKeyPair;
import io.jiayou.transparency.TrustedLog;
import io.jiayou.transparency.Witness;
import io.jiayou.transparency.WitnessServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The archive's target, the witness and the webhook are away at once: nobody who orders notices, alarms tell, and all is made up for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideWorkAwayIT {

    private static final Path S3MOCK = Path.of("..", "archive", "target", "s3mock", "s3mock.jar");
    private static final String ORIGIN = "jiayou.example/away";
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration PROBE = Duration.ofSeconds(1);
    private static final Duration NOTICED = Duration.ofSeconds(60);
    private static final Duration MADE_UP = Duration.ofSeconds(60);

    /** Of an archive that wasn't reached since the start the task is what fails. */
    private static final List<Pattern> TOLD = Stream.of("(?:periodic-)?archive[ -]s3:.*", "audit-witness")
            .map(Pattern::compile)
            .toList();

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Queue<String> posted = new ConcurrentLinkedQueue<>();
    private final Deque<Detour> detours = new ArrayDeque<>();
    private @Nullable Guarded guarded;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        S3Server s3 = running(S3Server.start(S3MOCK, Files.createDirectory(directory.resolve("s3"))));
        String recipient = RecoveryKit.make(directory.resolve("kit.txt"), Instant.now())
                .recipient()
                .toString();
        NoteKeyPair log = KeyFile.open(directory.resolve("data/audit"), "log", ORIGIN, KeyType.NOTE);
        Cosigner cosigner = Cosigner.generate("witness.example/w1");
        WitnessServer witness = running(WitnessServer.start(
                Witness.open(
                        directory.resolve("witness"),
                        cosigner,
                        List.of(TrustedLog.of(ORIGIN, log.key().vkey())),
                        Clock.systemUTC()),
                0));
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        running.push(() -> receiver.stop(0));
        Map<String, String> environment = new HashMap<>(S3Server.ENVIRONMENT);
        environment.put("JIAYOU_ACCESS", "required");
        guarded = running(Guarded.start(
                directory,
                environment,
                "--jiayou.audit.origin=" + ORIGIN,
                "--jiayou.audit.checkpoint-every=500ms",
                "--jiayou.audit.witnesses=" + cosigner.verifier().key().vkey() + "@" + around(witness.uri()),
                "--jiayou.archive.targets="
                        + s3.address("away")
                                .replace(
                                        s3.endpoint().toString(),
                                        around(s3.endpoint()).toString()),
                "--jiayou.archive.recipients=" + recipient,
                "--jiayou.archive.prepare=true",
                "--jiayou.archive.every=1s",
                "--jiayou.archive.late-after=3s",
                "--jiayou.alarms.webhook.url="
                        + around(URI.create(
                                "http://127.0.0.1:" + receiver.getAddress().getPort())) + "/",
                "--jiayou.alarms.webhook.secret=a secret of both sides",
                "--jiayou.alarms.look-every=500ms"));
    }

    private <T extends AutoCloseable> T running(T it) {
        running.push(it);
        return it;
    }

    private URI around(URI server) {
        Detour detour = running(new Detour(server.getPort()));
        detours.add(detour);
        return URI.create("http://127.0.0.1:" + detour.port());
    }

    @ParameterizedTest
    @EnumSource(value = Way.class, names = "OPEN", mode = EnumSource.Mode.EXCLUDE)
    void workIsKeptAndMadeUpFor(Way way) throws Exception {
        String operations = system().token("operations", null, null);
        await().atMost(MADE_UP)
                .untilAsserted(() -> assertThat(alarms(operations)).isEmpty());
        posted.clear();

        detours.forEach(detour -> detour.becomes(way));
        registers("first-" + way);
        await().atMost(NOTICED).untilAsserted(() -> {
            for (Pattern name : TOLD) {
                assertThat(alarms(operations)).anyMatch(it -> name.matcher(it).matches());
            }
        });
        registers("then-" + way);
        long asked = System.nanoTime();
        assertThat(system().send(null, "GET", "/actuator/health/readiness", null)
                        .status())
                .isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(PROBE);

        detours.forEach(detour -> detour.becomes(Way.OPEN));
        await().atMost(MADE_UP).untilAsserted(() -> {
            assertThat(alarms(operations)).isEmpty();
            for (Pattern name : TOLD) {
                for (boolean raised : new boolean[] {true, false}) {
                    assertThat(posted).anyMatch(it -> isOf(it, name, raised));
                }
            }
        });
    }

    private static boolean isOf(String post, Pattern name, boolean raised) {
        JsonNode alarm = JsonMapper.shared().readTree(post);
        return alarm.path("raised").asBoolean(!raised) == raised
                && name.matcher(alarm.path("what").asString("")).matches();
    }

    private void registers(String id) throws Exception {
        String headOffice = system().token("head-office", null, null);
        long asked = System.nanoTime();
        system().accepted(headOffice, "POST", "/api/stations", Map.of("stationId", id, "name", id));
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(AT_ONCE);
    }

    private Set<String> alarms(String operations) throws Exception {
        return system().accepted(operations, "GET", "/api/audit/status", null)
                .path("alarms")
                .valueStream()
                .map(alarm -> alarm.path("what").asString(""))
                .collect(Collectors.toSet());
    }

    private Guarded system() {
        return Objects.requireNonNull(guarded);
    }

    @AfterEach
    void open() {
        detours.forEach(detour -> detour.becomes(Way.OPEN));
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable it : running) {
            it.close();
        }
    }
}
