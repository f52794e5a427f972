package io.jiayou.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.projection.Positions;
import io.jiayou.readmodel.testing.Tallies;
import io.jiayou.testing.TalliesOnTheWeb;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = {QuerySide.class, EmbeddedStores.class, TalliesOnTheWeb.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=query-side",
            "jiayou.axon-server=false",
            "jiayou.access=open",
            "jiayou.privacy.sealing=off"
        })
class QuerySideIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    @Autowired
    private EventStore events;

    @Autowired
    private Catalogue models;

    @Autowired
    private Positions positions;

    @Autowired
    private Tallies tallies;

    private Http http;

    @BeforeEach
    void awaitReadiness() {
        http = new Http(port);
        await().atMost(PATIENCE).untilAsserted(() -> {
            Http.Answer readiness = http.get("/actuator/health/readiness");
            assertThat(readiness.status()).as(readiness.raw().body()).isEqualTo(200);
        });
    }

    @AfterEach
    void nothingIsPoisoned() {
        tallies.heal();
    }

    @Test
    void foldsEveryModelAsEventsCome() throws InterruptedException {
        String id = UUID.randomUUID().toString();
        long head = register(id);

        for (ReadModel<?> model : models.all()) {
            assertThat(positions.await(model, head, PATIENCE)).as(model.name()).isTrue();
        }
        assertThat(models.all()).hasSizeGreaterThan(6);
    }

    @Test
    void aQueryWithTheVersionOfAWriteShowsIt() {
        for (int i = 0; i < 50; i++) {
            String id = UUID.randomUUID().toString();
            register(id);
            long version = publish(id, new VehicleAdded(id, "沪A12345", Instant.EPOCH));

            Http.Answer answer = http.get("/test/tallies/" + id + "?version=" + version);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().get("plates").get(0).asString()).isEqualTo("沪A12345");
            assertThat(Long.parseLong(answer.header(ReadYourWrites.HEADER))).isGreaterThanOrEqualTo(version);
        }
    }

    @Test
    void aQueryForAVersionThatDoesNotComeIsToldToAskAgain() {
        String id = UUID.randomUUID().toString();
        register(id);
        long version = publish(id, new VehicleAdded(id, "沪A12345", Instant.EPOCH)) + 1_000;
        long before = System.nanoTime();

        Http.Answer answer = http.get("/test/tallies/x?version=" + version, "Accept-Language", "zh-CN");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(1_900));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().get("code").asString()).isEqualTo("read-model-behind");
        assertThat(answer.body().get("title").asString()).containsPattern("\\p{IsHan}");
    }

    @Test
    void aVersionThatIsNoneIsRefused() {
        for (String version : List.of("x", "-2", "1.5", "", "1000000", "9223372036854775807")) {
            Http.Answer answer = http.get("/test/tallies/x?version=" + version);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().get("field").asString()).isEqualTo("version");
        }
    }

    @Test
    void unknownThingsAreProblems() {
        assertThat(http.get("/test/tallies/nobody").status()).isEqualTo(404);
        Http.Answer answer = http.get("/no/such/path");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("code").asString()).isEqualTo("not-found");
    }

    @Test
    void readinessEndsWhileAReadModelFailsAndLivenessDoesNot() {
        String id = UUID.randomUUID().toString();
        register(id);
        long poisoned = publish(id, new VehicleAdded(id, "沪A12345", Instant.EPOCH)) + 1;
        tallies.poison(poisoned);
        publish(id, new VehicleAdded(id, "沪A12345", Instant.EPOCH));

        await().atMost(PATIENCE)
                .until(() -> http.get("/actuator/health/readiness").status() == 503);
        assertThat(http.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(named("tallies").get("failure").get("error").asString()).contains("folded event " + poisoned);
        assertThat(prometheus("jiayou_readmodel_failing"))
                .anyMatch(line -> line.contains("tallies") && line.endsWith(" 1.0"));
        // the head that they are measured against may be half a second old
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(prometheus("jiayou_readmodel_lag_events"))
                .anyMatch(line -> line.contains("tallies") && !line.endsWith(" 0.0")));
        assertThat(scrape()).contains("jiayou_ready 0.0");
        assertThat(prometheus("http_server_requests_seconds_count")).anyMatch(line -> line.contains("status=\"503\""));

        tallies.heal();
        await().atMost(PATIENCE)
                .until(() -> http.get("/actuator/health/readiness").status() == 200);
        assertThat(scrape()).contains("jiayou_ready 1.0");
    }

    @Test
    void rebuildsVerifiesAndSwitchesBackOnDemand() {
        String id = UUID.randomUUID().toString();
        register(id);
        publish(id, new VehicleAdded(id, "沪A12345", Instant.EPOCH));
        await().atMost(PATIENCE).until(() -> named("tallies").get("lagEvents").asLong() == 0);
        String hash = hash();

        Http.Answer started = http.post("/actuator/readmodels/tallies/rebuild");
        assertThat(started.status()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> phase().equals("DONE"));
        assertThat(named("tallies").get("generation").asInt()).isEqualTo(2);
        assertThat(named("tallies")
                        .get("rebuild")
                        .get("differences")
                        .get("different")
                        .asInt())
                .isZero();
        assertThat(hash()).isEqualTo(hash);

        assertThat(http.post("/actuator/readmodels/all/verify").status()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> http.get("/actuator/readmodels")
                .body()
                .get("models")
                .valueStream()
                .allMatch(model -> model.get("verification").hasNonNull("endedAt")));
        assertThat(named("tallies")
                        .get("verification")
                        .get("differences")
                        .get("hash")
                        .asString())
                .isEqualTo(hash);

        assertThat(http.post("/actuator/readmodels/tallies/switch-back").status())
                .isEqualTo(202);
        await().atMost(PATIENCE).until(() -> named("tallies").get("generation").asInt() == 1);
        assertThat(http.post("/actuator/readmodels/nothing/rebuild").status()).isEqualTo(404);
        assertThat(http.post("/actuator/readmodels/tallies/destroy").status()).isEqualTo(404);
    }

    @Test
    void measuresHowFarReadModelsAre() {
        assertThat(prometheus("jiayou_readmodel_lag_events"))
                .hasSize(models.all().size());
        assertThat(prometheus("jiayou_readmodel_position")).hasSize(models.all().size());
        assertThat(prometheus("jiayou_readmodel_folded_events_total")).hasSizeGreaterThanOrEqualTo(1);
    }

    @Test
    void documentsItsInterface() {
        assertThat(http.get("/v3/api-docs").body().get("openapi").asString()).startsWith("3.");
        assertThat(http.get("/docs").status()).isIn(200, 302);
    }

    private long register(String id) {
        return publish(id, new DriverRegistered(id, "Li", "+8613800000000", null, null, Instant.EPOCH));
    }

    private long publish(String id, Object payload) {
        events.publish(new GenericDomainEventMessage<>("Test", UUID.randomUUID() + id, 0, payload));
        return events.createHeadToken().position().orElseThrow();
    }

    private String phase() {
        JsonNode rebuild = named("tallies").get("rebuild");
        return rebuild.get("generation").asInt() == 2 ? rebuild.get("phase").asString() : "";
    }

    private String hash() {
        return http.get("/actuator/readmodels/tallies?hash=true")
                .body()
                .get("documents")
                .get("hash")
                .asString();
    }

    private JsonNode named(String model) {
        JsonNode all = http.get("/actuator/readmodels").body().get("models");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.get("name").asString().equals(model))
                .findFirst()
                .orElseThrow();
    }

    private String scrape() {
        return http.get("/actuator/prometheus").raw().body();
    }

    private List<String> prometheus(String metric) {
        return Stream.of(scrape().split("\n"))
                .filter(line -> line.startsWith(metric + "{"))
                .toList();
    }
}
