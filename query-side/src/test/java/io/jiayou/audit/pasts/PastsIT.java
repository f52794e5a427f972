package io.jiayou.audit.pasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderCompleted;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.Preset;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.testing.Api;
import io.jiayou.testing.Api.Answer;
import io.jiayou.testing.QuerySideTest;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@QuerySideTest
@TestPropertySource(properties = "spring.application.name=pasts")
@DirtiesContext
class PastsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private Api api;

    @Autowired
    private EventStore events;

    private final String id = UUID.randomUUID().toString();
    private final String past = "it-" + id;

    @AfterEach
    void dropAll() throws Exception {
        for (JsonNode one : api.plain("/api/pasts").body().get("items")) {
            assertThat(send("DELETE", "/api/pasts/" + one.get("name").asString(), "")
                            .status())
                    .isEqualTo(204);
        }
    }

    private Answer send(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = api.http()
                .send(
                        api.request(path)
                                .header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        String text = answer.body();
        return new Answer(answer.statusCode(), JSON.readTree(text.isEmpty() ? "null" : text), answer);
    }

    private Answer make(String asOf, String models) throws Exception {
        return send("POST", "/api/pasts", "{\"name\":\"%s\",\"asOf\":\"%s\"%s}".formatted(past, asOf, models));
    }

    private JsonNode awaitReady(String name) {
        return await().atMost(PATIENCE)
                .until(
                        () -> api.plain("/api/pasts/" + name).body(),
                        body -> body.get("state").asString().equals("READY"));
    }

    private long head() {
        return events.createHeadToken().position().orElseThrow();
    }

    private static String header(Answer answer, String name) {
        return answer.response().headers().firstValue(name).orElse("");
    }

    private static String code(Answer answer) {
        return answer.body().get("code").asString();
    }

    private String driverThen() throws Exception {
        api.record(id, new DriverRegistered(id, "Li", null, null, "card", Instant.now()));
        long then = head();
        api.record(id, new VehicleAdded(id, "沪A12345", Instant.now()));
        Answer made = make(Long.toString(then), "");
        assertThat(made.status()).isEqualTo(202);
        assertThat(header(made, "Location")).isEqualTo("/api/pasts/" + past);
        awaitReady(past);
        return Long.toString(then);
    }

    @Test
    void queriesAnswerFromThePastThatTheyName() throws Exception {
        String then = driverThen();

        Answer before = api.plain("/api/drivers/" + id + "?past=" + past);
        Answer now = api.get("/api/drivers/" + id);

        assertThat(before.body().get("vehicles")).isEmpty();
        assertThat(header(before, "Jiayou-Position")).isEqualTo(then);
        assertThat(now.body().get("vehicles")).hasSize(1);
        assertThat(api.plain("/api/stations?past=" + past).status()).isEqualTo(200);
        assertThat(api.plain("/api/feedback?past=" + past).status()).isEqualTo(200);
        assertThat(api.plain("/api/orders?driver=x&past=" + past).status()).isEqualTo(200);
        assertThat(api.plain("/api/dashboards/sales?past=" + past).status()).isEqualTo(200);
    }

    @Test
    void aPastHasOneMoment() throws Exception {
        long then = Long.parseLong(driverThen());
        String path = "/api/drivers/" + id + "?past=" + past;

        assertThat(api.plain(path + "&version=" + then).body())
                .isEqualTo(api.plain(path).body());
        assertThat(api.plain(path + "&asOf=" + then).body().get("vehicles")).isEmpty();
        for (String other : List.of("&version=" + (then + 1), "&asOf=" + (then + 1), "&asOf=" + (then - 1))) {
            Answer answer = api.plain(path + other);
            assertThat(answer.status()).as(other).isEqualTo(409);
            assertThat(code(answer)).isEqualTo("past-unsuitable");
        }
    }

    @Test
    void refusesWhatNoPastCanAnswer() throws Exception {
        driverThen();

        for (String path : new String[] {
            "/api/drivers/" + id + "/changes?from=0&past=" + past, "/api/orders/" + id + "/live?past=" + past
        }) {
            Answer answer = api.plain(path);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.body().get("field").asString()).isEqualTo("past");
        }
        Answer unknown = api.plain("/api/drivers/" + id + "?past=nothing");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(code(unknown)).isEqualTo("past-unknown");
    }

    @Test
    void aPastMayHoldSomeReadModelsOnly() throws Exception {
        api.record(id, new DriverRegistered(id, "Li", null, null, "card", Instant.now()));
        make(Long.toString(head()), ",\"models\":[\"sales\"]");
        JsonNode ready = awaitReady(past);

        assertThat(ready.get("models")).hasSize(1);
        assertThat(ready.get("models").get(0).get("hash").asString()).hasSize(64);
        Answer answer = api.plain("/api/drivers/" + id + "?past=" + past);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().get("detail").asString()).contains("driver-profile");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":"x"}                                              | asOf
            {"asOf":"0"}                                              | name
            {"name":"X","asOf":"0"}                                   | name
            {"name":"live","asOf":"0"}                                | name
            {"name":"x-","asOf":"0"}                                  | name
            {"name":"x","asOf":"yesterday"}                           | asOf
            {"name":"x","asOf":"99999999"}                            | asOf
            {"name":"x","asOf":"2999-01-01T00:00:00Z"}                | asOf
            {"name":"x","asOf":"0","models":["nothing"]}              | models
            {"name":"x","asOf":"0","models":[]}                       | models
            {"name":"x","asOf":"0","model":["sales"]}                 | model
            """)
    void refusesWhatIsNoPast(String body, String field) throws Exception {
        api.record(id, new DriverRegistered(id, "Li", null, null, "card", Instant.now()));

        Answer answer = send("POST", "/api/pasts", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo(field);
        assertThat(api.plain("/api/pasts").body().get("pasts")).isEmpty();
    }

    @Test
    void comparesAPastWithWhatIsLive() throws Exception {
        driverThen();

        JsonNode comparison =
                api.plain("/api/pasts/" + past + "/differences?with=live").body();
        JsonNode drivers = comparison
                .get("models")
                .valueStream()
                .filter(model -> model.get("model").asString().equals("driver-profile"))
                .findFirst()
                .orElseThrow();

        assertThat(comparison.get("equal").asBoolean()).isFalse();
        assertThat(drivers.get("first").valueStream().map(JsonNode::asString)).contains(id);
        assertThat(api.plain("/api/pasts/" + past + "/differences?with=" + past)
                        .body()
                        .get("equal")
                        .asBoolean())
                .isTrue();
        assertThat(code(api.plain("/api/pasts/" + past + "/differences?with=nothing")))
                .isEqualTo("past-unknown");
    }

    @Test
    void aDashboardAsOfAMomentIsMadeWhenAskedFor() throws Exception {
        Money total = new Money(321, "CHF");
        sell(id, total);
        long then = head();
        sell(id + "2", total);
        String query = "/api/dashboards/sales?by=grade&asOf=" + then;

        Answer first = api.plain(query);
        assertThat(first.status()).isEqualTo(202);
        assertThat(header(first, "Retry-After")).isEqualTo("1");
        assertThat(header(first, "Location")).isEqualTo("/api/pasts/sales-of-" + (then + 1) + "-events");
        Answer answer = await().atMost(PATIENCE).until(() -> api.plain(query), it -> it.status() == 200);

        assertThat(header(answer, "Jiayou-Position")).isEqualTo(Long.toString(then));
        assertThat(francs(answer)).isEqualTo(francs(api.get("/api/dashboards/sales?by=grade")) - 321);
        JsonNode all = api.plain("/api/pasts").body();
        assertThat(all.get("items")).hasSize(1);
        assertThat(all.get("pasts")).as("the same under its name of before").isEqualTo(all.get("items"));
        assertThat(api.plain("/api/dashboards/sales?asOf=2999-01-01T00:00:00Z").status())
                .isEqualTo(400);
    }

    @Test
    void sumsOfAMomentNameStationsAsTheyAreCalledToday() {
        sell(id, new Money(321, "CHF"));
        long then = head();
        StationDescription description = new StationDescription("康健加油站", null, null, null, null, null, "Asia/Shanghai");
        api.record("s", new StationRegistered("s", description, Instant.now()));
        api.get("/api/stations");

        Answer answer = await().atMost(PATIENCE)
                .until(() -> api.plain("/api/dashboards/sales?by=station&asOf=" + then), it -> it.status() == 200);

        assertThat(answer.body().get("rows").valueStream().filter(row -> row.get("key")
                        .asString()
                        .equals("s")))
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row.path("stationName").asString("")).isEqualTo("康健加油站"));
    }

    private void sell(String order, Money total) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        LockedPrice price = new LockedPrice(new UnitPrice(3_210, "CHF"), at, false);
        api.record(
                order,
                new OrderPlaced(order, "d", "s", 1, "92#", Preset.byVolume(1_000), price, total, null, at),
                new OrderCompleted(order, "d", "s", 1, "92#", 1_000, total, at));
    }

    private static long francs(Answer answer) {
        return answer.body()
                .get("totals")
                .valueStream()
                .filter(total -> total.get("currency").asString().equals("CHF"))
                .mapToLong(total -> total.get("amount").asLong())
                .sum();
    }

    @Test
    void salesUnderAProposedRuleStandBesideWhatTheyWere() throws Exception {
        sell(id, new Money(321, "CHF"));
        String rule = ",\"whatIf\":{\"from\":\"2020-01-01T00:00:00Z\",\"to\":\"2999-01-01T00:00:00Z\","
                + "\"stations\":[\"s\"],\"perLitre\":\"-0.21\"}";
        assertThat(make(Long.toString(head()), rule).status()).isEqualTo(202);
        JsonNode ready = awaitReady(past);
        assertThat(ready.at("/rule/perLitre")).hasToString("\"-0.21\"");
        assertThat(ready.at("/rule/stations/0").asString()).isEqualTo("s");
        assertThat(ready.at("/rule/from").asString()).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(ready.at("/whatIf/perLitre").asLong())
                .as("as clients of before read it")
                .isEqualTo(-210);

        Answer answer = await().atMost(PATIENCE)
                .until(
                        () -> api.plain("/api/dashboards/sales/what-if?by=station&past=" + past),
                        it -> it.status() == 200);
        JsonNode row = answer.body()
                .get("rows")
                .valueStream()
                .filter(one -> one.get("currency").asString().equals("CHF"))
                .findFirst()
                .orElseThrow();
        long sold = row.get("volumeMl").asLong() / 1_000;
        assertThat(row.get("actual").asLong()).isEqualTo(sold * 321);
        assertThat(row.get("proposed").asLong()).isEqualTo(sold * 300);
        assertThat(row.get("difference").asLong()).isEqualTo(sold * -21);

        assertThat(api.plain("/api/dashboards/sales?past=" + past).status()).isEqualTo(409);
        Answer refused = send("POST", "/actuator/readmodels/sales/switch-to/" + past, "");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.body().get("error").asString()).isEqualTo("what didn't happen can't become live");
        assertThat(api.plain("/api/pasts/" + past + "/differences").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "to":"2026-04-01T00:00:00Z","percent":"1"                                                | whatIf.from
            "from":"2026-04-01T00:00:00Z","to":"2026-04-01T00:00:00Z","percent":"1"                  | whatIf.from
            "from":"2026-03-01T00:00:00Z","to":"2026-04-01T00:00:00Z"                                | whatIf.perLitre
            "from":"2026-03-01T00:00:00Z","to":"2026-04-01T00:00:00Z","percent":"1","perLitre":"1"   | whatIf.perLitre
            "from":"2026-03-01T00:00:00Z","to":"2026-04-01T00:00:00Z","percent":"1.234"              | whatIf.percent
            "from":"2026-03-01T00:00:00Z","to":"2026-04-01T00:00:00Z","perLitre":"cheap"             | whatIf.perLitre
            """)
    void refusesWhatIsNoRule(String rule, String field) throws Exception {
        api.record(id, new DriverRegistered(id, "Li", null, null, "card", Instant.now()));

        Answer answer = make("0", ",\"whatIf\":{" + rule + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo(field);
    }

    @Test
    void aPastBecomesLive() throws Exception {
        driverThen();

        Answer started = send("POST", "/actuator/readmodels/driver-profile/switch-to/" + past, "");
        assertThat(started.status()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> api.plain("/actuator/readmodels/driver-profile")
                .body()
                .at("/rebuild/phase")
                .asString()
                .equals("DONE"));

        assertThat(api.get("/api/drivers/" + id).body().get("vehicles")).hasSize(1);
        assertThat(send("POST", "/actuator/readmodels/driver-profile/switch-to/" + past, "")
                        .status())
                .isEqualTo(404);
        assertThat(send("POST", "/actuator/readmodels/sales/switch-to/nothing", "")
                        .status())
                .isEqualTo(404);
    }
}
