package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jiayou.detour.Detour;
import io.jiayou.detour.Detour.Way;
import io.jiayou.embedded.documents.EmbeddedMongo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Axon Server is away from both sides: what needs no event goes on, the rest is refused at once, and all is right soon after. */
@EnabledIfSystemProperty(
        named = "jiayou.axonserver.jar",
        matches = ".+",
        disabledReason = "no Axon Server: name its jar by -Djiayou.axonserver.jar=…")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AxonServerAwayIT {

    private static final Duration FIRST = Duration.ofMillis(2_500);
    private static final Duration THEN = Duration.ofMillis(500);
    private static final Duration PROBE = Duration.ofSeconds(1);
    private static final Duration RIGHT_AGAIN = Duration.ofSeconds(5);
    private static final String NEAR = "/api/stations?near=31.2,121.4";

    private @Nullable TwoSides sides;
    private @Nullable Detour detour;
    private @Nullable Cast cast;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, InterruptedException {
        sides = new TwoSides(directory);
        AxonServer server = sides.running(AxonServer.start(directory, "axon"));
        String address = server.address();
        detour = sides.running(new Detour(Integer.parseInt(address.substring(address.indexOf(':') + 1))));
        EmbeddedMongo mongo = sides.running(EmbeddedMongo.start());
        cast = sides.start("localhost:" + detour.port(), mongo.uri("jiayou")).cast();
    }

    @ParameterizedTest
    @EnumSource(value = Way.class, names = "OPEN", mode = EnumSource.Mode.EXCLUDE)
    void commandsAreRefusedAtOnceAndQueriesGoOn(Way way) throws Exception {
        Api headOffice = cast().staff("head-office", null);
        Login driver = newDriver(phone(10, way));
        Map<String, String> going = Map.of("refreshToken", driver.told("refreshToken"));
        String key = cast().key("prices");
        long version = registered(headOffice, "before-" + way);
        assertThat(headOffice.read(NEAR + "&version=" + version)).isNotNull();

        detour().becomes(way);
        assertThat(within(FIRST, () -> refused(headOffice, "first-" + way))).isEqualTo("unavailable");
        assertThat(within(THEN, () -> refused(headOffice, "then-" + way))).isEqualTo("unavailable");
        assertThat(within(FIRST, () -> refusedLogin(key))).isEqualTo("unavailable");
        within(FIRST, () -> headOffice.read(NEAR + "&version=" + version));
        within(FIRST, () -> headOffice.read("/api/dashboards/sales?by=day"));
        within(FIRST, () -> cast().nobody().answered("POST", "/api/sessions/refresh", going));
        within(PROBE, () -> health(sides().commands(), "readiness", 503));
        within(PROBE, () -> health(sides().queries(), "readiness", 200));
        for (String side : List.of(sides().commands(), sides().queries())) {
            within(PROBE, () -> health(side, "liveness", 200));
        }

        detour().becomes(Way.OPEN);
        await().atMost(RIGHT_AGAIN).ignoreExceptions().untilAsserted(() -> {
            long after = registered(headOffice, "after-" + way + System.nanoTime());
            assertThat(headOffice.read(NEAR + "&version=" + after)).isNotNull();
            assertThat(health(sides().commands(), "readiness", 200)).isEqualTo(200);
        });
        assertThat(newDriver(phone(20, way)).told("accessToken")).isNotEmpty();
    }

    private static String phone(int tens, Way way) {
        return "138%08d".formatted(100 * tens + way.name().length());
    }

    private Login newDriver(String phone) throws IOException, InterruptedException {
        cast().staff("agent", null).accepted("POST", "/api/drivers", Map.of("name", "陈一诺", "phone", phone));
        return cast().driver(phone);
    }

    private static long registered(Api who, String station) throws IOException, InterruptedException {
        return who.accepted("POST", "/api/stations", Map.of("stationId", station, "name", station));
    }

    private static String refused(Api who, String station) throws IOException, InterruptedException {
        return who.refused(503, "POST", "/api/stations", Map.of("stationId", station, "name", station));
    }

    /** That a program logged in is an event. */
    private String refusedLogin(String key) throws IOException, InterruptedException {
        return cast().nobody().refused(503, "POST", "/api/sessions/machine", Map.of("key", key));
    }

    private static int health(String side, String probe, int status) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(side + "/actuator/health/" + probe))
                .build();
        int answered = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
        assertThat(answered).as(probe).isEqualTo(status);
        return answered;
    }

    private static <T> T within(Duration time, Callable<T> ask) throws Exception {
        long asked = System.nanoTime();
        T answer = ask.call();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(time);
        return answer;
    }

    private Cast cast() {
        return Objects.requireNonNull(cast);
    }

    private Detour detour() {
        return Objects.requireNonNull(detour);
    }

    private TwoSides sides() {
        return Objects.requireNonNull(sides);
    }

    @BeforeEach
    void isRight() {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> health(sides().commands(), "readiness", 200));
    }

    @AfterEach
    void open() {
        detour().becomes(Way.OPEN);
    }

    @AfterAll
    void stop() throws Exception {
        if (sides != null) {
            sides.close();
        }
    }
}
