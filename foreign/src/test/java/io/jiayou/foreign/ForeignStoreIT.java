package io.jiayou.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jiayou.detour.Detour;
import io.jiayou.detour.Detour.Way;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Read models in a server that nobody here wrote: FerretDB, or the MongoDB that {@code -Djiayou.mongodb=URI} names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForeignStoreIT {

    private static final String NAMED = System.getProperty("jiayou.mongodb", "");
    private static final Duration FIRST = Duration.ofMillis(2_500);
    private static final Duration THEN = Duration.ofMillis(100);
    private static final Duration PROBE = Duration.ofSeconds(1);
    private static final Duration RIGHT_AGAIN = Duration.ofSeconds(5);
    private static final String NEAR = "/api/stations?near=31.154,121.425&radius=1000";
    private static final String READINESS = "/actuator/health/readiness";

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private @Nullable FerretDb ferretDb;
    private @Nullable Store store;
    private @Nullable Served served;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        if (NAMED.isEmpty()) {
            ferretDb = new FerretDb(directory.resolve("ferretdb"));
            running.push(ferretDb);
        }
        store = Store.at(ferretDb == null ? NAMED : ferretDb.uri());
        running.push(store);
        served = Served.in(directory.resolve("data"), onStore());
        running.push(served);
    }

    private Map<String, String> onStore() {
        return Map.of("JIAYOU_MONGODB_URI", store().uri());
    }

    @Test
    @Order(1)
    void aClientWalks() throws Exception {
        Walk walk = new Walk(served(), "stored");

        walk.opensAStation();
        walk.ordersFuel("13800138020");
        walk.fuels();
        walk.complains();

        walk.isTold();
    }

    @Test
    @Order(2)
    void whileItRefusesQueriesAreRefusedAndCommandsGoOn() throws Exception {
        assumeTrue(store().way().isPresent(), "not a single server's address without TLS");
        Detour way = store().way().orElseThrow();

        isAwayAndBack("refused", "13800138030", () -> way.becomes(Way.REFUSED), () -> way.becomes(Way.OPEN));
    }

    @Test
    @Order(3)
    void whileItIsKilledQueriesAreRefusedAndCommandsGoOn() throws Exception {
        FerretDb killed = ferretDb;
        assumeTrue(killed != null, "somebody's MongoDB isn't killed");

        isAwayAndBack("killed", "13800138040", killed::kill, killed::comesBack);
    }

    private void isAwayAndBack(String name, String phone, Runnable leaves, Runnable returns) throws Exception {
        await().atMost(RIGHT_AGAIN).until(() -> served().get(NEAR).statusCode() == 200);
        Walk walk = new Walk(served(), name);

        leaves.run();
        try {
            refused(FIRST);
            refusedAtOnce();
            answersWithin(PROBE, READINESS, 503, "DOWN");
            answersWithin(PROBE, "/actuator/health/liveness", 200, "UP");
            walk.opensAStation();
            walk.ordersFuel(phone);
            walk.fuels();
            walk.complains();
            refusedAtOnce();
        } finally {
            returns.run();
        }
        await().atMost(RIGHT_AGAIN).untilAsserted(() -> {
            assertThat(served().get(NEAR + "&version=" + walk.version()).statusCode())
                    .isEqualTo(200);
            assertThat(served().get(READINESS).statusCode()).isEqualTo(200);
        });
        walk.isTold();
    }

    /** Last: it has the most to fold. */
    @Test
    @Order(4)
    void rebuildsHaveTheHashesOfTheEmbeddedStoreAndARestartGoesOn() throws Exception {
        Walk walk = new Walk(served(), "hashed");
        walk.opensAStation();
        walk.ordersFuel("13800138050");
        walk.fuels();
        walk.complains();
        SortedMap<String, String> rebuilt = served().rebuilt();
        SortedMap<String, String> then = served().hashesAt(walk.version());

        served().isStopped();
        served().startsWith(Map.of());
        assertThat(served().hashesAt(walk.version())).isEqualTo(then).hasSize(7);
        assertThat(withoutLogins(served().rebuilt()))
                .isEqualTo(withoutLogins(rebuilt))
                .hasSize(6);

        served().isStopped();
        served().startsWith(onStore());
        walk.isTold();
    }

    /** A command that asks for a rebuild logs in itself. */
    private static SortedMap<String, String> withoutLogins(SortedMap<String, String> hashes) {
        hashes.remove("security-log");
        return hashes;
    }

    private Duration refused(Duration within) throws IOException, InterruptedException {
        return answersWithin(within, NEAR, 503, "\"code\":\"unavailable\"");
    }

    /** A busy machine delays one or the other; who waits for the store does so each time. */
    private void refusedAtOnce() throws IOException, InterruptedException {
        assertThat(Collections.min(List.of(refused(FIRST), refused(FIRST), refused(FIRST))))
                .isLessThan(THEN);
    }

    private Duration answersWithin(Duration time, String path, int status, String said)
            throws IOException, InterruptedException {
        long asked = System.nanoTime();
        HttpResponse<String> answer = served().get(path);
        Duration took = Duration.ofNanos(System.nanoTime() - asked);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(said);
        assertThat(took).as(path).isLessThan(time);
        return took;
    }

    private Store store() {
        return Objects.requireNonNull(store);
    }

    private Served served() {
        return Objects.requireNonNull(served);
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable each : running) {
            each.close();
        }
    }
}
