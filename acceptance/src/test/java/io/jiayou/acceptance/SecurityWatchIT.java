package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.jiayou.acceptance.monitoring.Scrape;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From a forged token to somebody's webhook, through the whole system. */
class SecurityWatchIT {

    private static final int FORGED = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EVENTS = "/api/security/events?limit=100&kind=";

    @Test
    void aFloodOfForgedTokensIsFewEventsAndOneAlarm(@TempDir Path directory) throws Exception {
        BlockingQueue<String> posted = new LinkedBlockingQueue<>();
        HttpServer receiver = receiver(posted);
        String[] settings = {
            "--jiayou.perimeter.count-every=1s",
            "--jiayou.alarms.look-every=500ms",
            "--jiayou.alarms.webhook.url=http://127.0.0.1:"
                    + receiver.getAddress().getPort() + "/",
            "--jiayou.alarms.webhook.secret=a secret of both sides"
        };
        try (Guarded system = Guarded.start(directory, "required", settings)) {
            String operations = system.token("operations", null, null);
            for (int n = 0; n < FORGED; n++) {
                assertThat(system.send("forged", "GET", "/api/accounts", null).status())
                        .isEqualTo(401);
            }

            assertThat(posted.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .contains("\"raised\":true")
                    .containsAnyOf("security-signatures", "security-refusals");
            assertThat(system.accepted(operations, "GET", "/api/audit/status", null)
                            .path("alarms")
                            .toString())
                    .contains("security-");
            Scrape scrape = Scrape.parse(
                    system.send(operations, "GET", "/actuator/prometheus", null).text());
            assertThat(raised(scrape, "security-signatures") + raised(scrape, "security-refusals"))
                    .isPositive();
            assertThat(raised(scrape, "audit-damage")).isZero();
            awaitCount(system, operations, FORGED);
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void loginsAndExportsAreToldToOperationsAndAuditors(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path access = directory.resolve("access.log");
        try (Guarded system = Guarded.start(
                directory, "required", "--jiayou.perimeter.count-every=1s", "--jiayou.access-log.file=" + access)) {
            String auditor = system.token("auditor", null, null);
            theAccessLogAndTheEventsHaveOneId(system, auditor, access);
            aProgramWithAKeyForMetricsReadsThem(system, directory);
            system.send(auditor, "GET", "/api/audit/export", null);
            JsonNode driver = system.accepted(null, "POST", "/api/sessions/wechat", Map.of("code", "stand-in.ann.1"));
            String driverToken = driver.path("accessToken").asString("");
            assertThat(system.send(driverToken, "GET", EVENTS + "LOGIN", null).status())
                    .isEqualTo(403);
            assertThat(system.send(null, "GET", EVENTS + "LOGIN", null).status())
                    .isEqualTo(401);

            long deadline = System.nanoTime() + PATIENCE.toNanos();
            JsonNode exports = events(system, auditor, "EXPORT");
            while (exports.isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(100);
                exports = events(system, auditor, "EXPORT");
            }
            assertThat(exports.get(0).path("detail").asString("")).isEqualTo("GET /api/audit/export");
            assertThat(events(system, auditor, "LOGIN")
                            .valueStream()
                            .filter(it -> it.path("actor").asString("").equals("terminal"))
                            .map(it -> it.path("network").asString("")))
                    .isNotEmpty()
                    .allMatch("127.0.0.0/24"::equals);
            assertThat(system.send(system.token("agent", null, null), "GET", EVENTS + "LOGIN", null)
                            .status())
                    .isEqualTo(403);
            noRefusalSaysWhereADriverWas(
                    system, auditor, driver.path("driverId").asString(""));
        }
    }

    private static void theAccessLogAndTheEventsHaveOneId(Guarded system, String auditor, Path access)
            throws IOException, InterruptedException {
        String phone = "13912345678";
        Map<String, String> headers = Map.of("X-Correlation-Id", "visit-7");
        Guarded.Answer registered = system.send(
                system.token("agent", null, null),
                "POST",
                "/api/drivers",
                Map.of("driverId", "visitor", "name", "王小明", "phone", phone),
                headers);
        assertThat(registered.status()).as(registered.text()).isBetween(200, 299);
        assertThat(system.send(auditor, "GET", "/api/history?actor=desk", null).status())
                .isEqualTo(200);

        assertThat(system.accepted(auditor, "GET", "/api/history?correlation=visit-7", null)
                        .path("events"))
                .isNotEmpty();
        assertThat(Files.readAllLines(access))
                .filteredOn(line -> line.contains("\"correlationId\":\"visit-7\""))
                .singleElement()
                .asString()
                .contains("\"route\":\"/api/drivers\"", "\"role\":\"agent\"", "\"network\":\"127.0.0.0/24\"");
        assertThat(Files.readString(access)).doesNotContain(phone, "actor=desk", "eyJ", "127.0.0.1", "王小明");
    }

    /** As the timer of monitoring does it for Prometheus. */
    private static void aProgramWithAKeyForMetricsReadsThem(Guarded system, Path directory)
            throws IOException, InterruptedException {
        JsonNode made = system.accepted(
                system.token("operations", null, null),
                "POST",
                "/api/machine-keys",
                Map.of("name", "prometheus", "scopes", List.of("metrics"), "days", 30));
        Path key = Files.writeString(directory.resolve("key"), made.path("key").asString("") + "\n");
        Path token = directory.resolve("token");
        Path script = Path.of("..", "docker", "prometheus", "renew-token").toRealPath();
        Process renewed = new ProcessBuilder(script.toString(), system.address(), key.toString(), token.toString())
                .inheritIO()
                .start();
        assertThat(renewed.waitFor()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
                .isEqualTo("rw-------");
        String bearer = Files.readString(token);

        assertThat(system.send(bearer, "GET", "/actuator/prometheus", null).text())
                .contains("jiayou_ready 1.0");
        assertThat(system.send(bearer, "GET", "/actuator/readmodels", null).status())
                .isEqualTo(403);
        Files.writeString(key, "not.a.key\n");
        Process refused = new ProcessBuilder(script.toString(), system.address(), key.toString(), token.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(refused.waitFor()).isEqualTo(1);
        assertThat(Files.readString(token)).isEqualTo(bearer);
    }

    private static void noRefusalSaysWhereADriverWas(Guarded system, String auditor, String driver)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Predicate<JsonNode> drivers = it -> it.path("actor").asString("").equals(driver);
        Predicate<JsonNode> strangers = it -> it.path("detail").asString("").equals("UNAUTHENTICATED");
        JsonNode refusals = events(system, auditor, "REFUSALS");
        while (!(refusals.valueStream().anyMatch(drivers)
                        && refusals.valueStream().anyMatch(strangers))
                && System.nanoTime() < deadline) {
            Thread.sleep(100);
            refusals = events(system, auditor, "REFUSALS");
        }
        assertThat(refusals.valueStream()).filteredOn(drivers).isNotEmpty().allMatch(it -> it.path("network")
                .isMissingNode());
        assertThat(refusals.valueStream()).filteredOn(strangers).isNotEmpty().allMatch(it -> it.path("network")
                .asString("")
                .equals("127.0.0.0/24"));
    }

    private static double raised(Scrape scrape, String alarm) {
        return scrape.the("jiayou_audit_alarms", Map.of("alarm", alarm));
    }

    private static void awaitCount(Guarded system, String token, int wanted) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long counted = 0;
        JsonNode refusals = events(system, token, "REFUSALS");
        while (counted < wanted && System.nanoTime() < deadline) {
            Thread.sleep(100);
            refusals = events(system, token, "REFUSALS");
            counted = refusals.valueStream()
                    .filter(it -> it.path("detail").asString("").equals("TOKEN_NOT_BELIEVED"))
                    .mapToLong(it -> it.path("count").asLong(0))
                    .sum();
        }
        assertThat(counted).isEqualTo(wanted);
        assertThat(refusals.size()).as("events").isLessThan(wanted / 5);
    }

    private static JsonNode events(Guarded system, String token, String kind) throws IOException, InterruptedException {
        return system.accepted(token, "GET", EVENTS + kind, null).path("items");
    }

    private static HttpServer receiver(BlockingQueue<String> posted) throws IOException {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        return receiver;
    }
}
