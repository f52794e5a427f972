package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.ids.Ids;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the same things look like to those who may see them, and to those who may see a part. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShownToWhomIT {

    private static final String STATION = "s-1";

    private @Nullable Guarded started;
    private String driver = "";
    private String driverToken = "";
    private String attendant = "";
    private String attendantId = "";
    private String order = "";

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, InterruptedException {
        started = Guarded.start(directory, "required");
        JsonNode granted = system().accepted(null, "POST", "/api/sessions/wechat", Map.of("code", "stand-in.ann.1"));
        driver = text(granted, "driverId");
        driverToken = text(granted, "accessToken");
        sell();
        order = place();
        JsonNode account = system().accepted(
                        operations(),
                        "POST",
                        "/api/accounts",
                        Map.of("name", "li.na", "role", "attendant", "stationId", STATION));
        attendantId = text(account, "accountId");
        attendant = attendant(text(account, "oneTimePassword"));
        system().accepted(attendant, "POST", "/api/orders/" + order + "/cancellation", null);
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (started != null) {
            started.close();
        }
    }

    private Guarded system() {
        return Objects.requireNonNull(started);
    }

    private String operations() throws IOException, InterruptedException {
        return system().token("operations", null, null);
    }

    private void sell() throws IOException, InterruptedException {
        String headOffice = system().token("head-office", null, null);
        system().accepted(headOffice, "POST", "/api/stations", Map.of("stationId", STATION, "name", "人民路加油站"));
        system().accepted(headOffice, "PUT", "/api/stations/" + STATION + "/pumps/1", Map.of("grades", List.of("95#")));
        system().accepted(
                        headOffice,
                        "PUT",
                        "/api/stations/" + STATION + "/prices/95%23",
                        Map.of("unitPrice", 8_000, "currency", "CNY"));
    }

    private String place() throws IOException, InterruptedException {
        String id = Ids.timeOrdered();
        Map<String, Object> wanted = Map.of(
                "orderId",
                id,
                "driverId",
                driver,
                "stationId",
                STATION,
                "pump",
                1,
                "grade",
                "95#",
                "preset",
                Map.of("kind", "AMOUNT", "amount", 20_000));
        system().accepted(driverToken, "POST", "/api/orders", wanted);
        return id;
    }

    private String attendant(String oneTime) throws IOException, InterruptedException {
        String password = "blue lorries at noon";
        JsonNode newcomer =
                system().accepted(null, "POST", "/api/sessions/staff", Map.of("name", "li.na", "password", oneTime));
        system().send(
                        text(newcomer, "accessToken"),
                        "PUT",
                        "/api/password",
                        Map.of("password", oneTime, "newPassword", password));
        return text(
                system().accepted(null, "POST", "/api/sessions/staff", Map.of("name", "li.na", "password", password)),
                "accessToken");
    }

    private JsonNode shown(String token) throws IOException, InterruptedException {
        JsonNode answer = null;
        for (int n = 0; n < 100; n++) {
            answer = system().accepted(token, "GET", "/api/orders/" + order, null);
            if (answer.path("timeline").size() == 2) {
                break;
            }
            Thread.sleep(100);
        }
        return Objects.requireNonNull(answer);
    }

    @Test
    void driversAreToldTheRoleOfStaffAndNotWhoTheyAre() throws IOException, InterruptedException {
        JsonNode mine = shown(driverToken).path("timeline");
        JsonNode theirs = shown(attendant).path("timeline");

        assertThat(mine.get(0).path("actor").asString("")).isEqualTo(driver);
        assertThat(mine.get(1).path("role").asString("")).isEqualTo("attendant");
        assertThat(mine.toString()).doesNotContain(attendantId);
        assertThat(theirs.get(1).path("actor").asString("")).isEqualTo(attendantId);
        assertThat(system().send(driverToken, "GET", "/api/orders/" + order + "/changes?from=0", null)
                        .text())
                .contains("order.cancelled")
                .doesNotContain(attendantId);
        assertThat(system().send(driverToken, "GET", "/api/drivers/" + driver + "/export", null)
                        .text())
                .contains("order.cancelled")
                .doesNotContain(attendantId)
                .doesNotContain("network");
    }

    @Test
    void aCancellationHasTheReasonOfTheRole() throws IOException, InterruptedException {
        assertThat(shown(driverToken).toString()).contains("BY_STATION");
        assertThat(system().send(
                                driverToken,
                                "POST",
                                "/api/orders/" + place() + "/cancellation",
                                Map.of("reason", "BY_STATION"))
                        .code())
                .isEqualTo("invalid-field");
    }

    @Test
    void agentsReadTheHistoryOfDriversOrdersAndFeedbackAlone() throws IOException, InterruptedException {
        String agent = system().token("agent", null, null);
        String auditor = system().token("auditor", null, null);
        List<String> ways = List.of(
                "",
                "&aggregate=" + attendantId,
                "&type=identity",
                "&type=identity.logged-in",
                "&type=identifier",
                "&type=security",
                "&type=station",
                "&station=" + STATION,
                "&actor=" + attendantId,
                "&driver=" + driver,
                "&text=%E4%BA%BA%E6%B0%91",
                "&after=0");

        List<String> types = new ArrayList<>();
        for (String way : ways) {
            JsonNode page = system().accepted(agent, "GET", "/api/history?limit=500" + way, null);
            page.path("events").forEach(event -> types.add(text(event, "type")));
            assertThat(page.toString()).as(way).doesNotContain("li.na", "\"network\"", "\"session\"", "stand-in-ann");
        }

        assertThat(types)
                .isNotEmpty()
                .allMatch(type ->
                        type.startsWith("driver.") || type.startsWith("order.") || type.startsWith("feedback."));
        assertThat(system().send(auditor, "GET", "/api/history?type=identity&limit=500", null)
                        .text())
                .contains("li.na");
    }

    /** The ids of all events that whoever may not read them hears of are positions, and those are left out too. */
    @Test
    void agentsHearOfNoOtherEventsByTheirCauses() throws IOException, InterruptedException {
        String agent = system().token("agent", null, null);
        String auditor = system().token("auditor", null, null);
        List<Long> readable = new ArrayList<>();
        List<Long> named = new ArrayList<>();
        JsonNode page = system().accepted(agent, "GET", "/api/history?limit=500", null);
        page.path("events").forEach(event -> {
            readable.add(event.path("position").asLong());
            event.path("effects").forEach(it -> named.add(it.asLong()));
            event.path("together").forEach(it -> named.add(it.asLong()));
        });

        assertThat(readable).containsAll(named);
        // a registration is together with the claims of what it was registered under
        assertThat(system().send(auditor, "GET", "/api/history?type=driver.registered&limit=500", null)
                        .json()
                        .path("events")
                        .get(0)
                        .path("together"))
                .isNotEmpty();
    }

    @Test
    void noEventSaysWhereADriverWas() throws IOException, InterruptedException {
        String auditor = system().token("auditor", null, null);
        JsonNode logins = system().accepted(auditor, "GET", "/api/history?type=identity.logged-in&limit=500", null);

        assertThat(logins.path("events")).isNotEmpty().allSatisfy(event -> {
            JsonNode metadata = event.path("metadata");
            assertThat(metadata.has("network"))
                    .isNotEqualTo(text(metadata, "role").equals("driver"));
        });
        assertThat(system().accepted(auditor, "GET", "/api/history?driver=" + driver + "&limit=500", null)
                        .toString())
                .doesNotContain("\"network\"");
    }

    @Test
    void onlyWhoMayUsePastsHearsWhetherThereIsOne() throws IOException, InterruptedException {
        String auditor = system().token("auditor", null, null);
        system().accepted(auditor, "POST", "/api/pasts", Map.of("name", "secret", "asOf", "1"));

        for (String past : List.of("secret", "none")) {
            for (String token : List.of(driverToken, attendant, key(Map.of("stationId", STATION)))) {
                assertThat(system().send(token, "GET", "/api/orders/" + order + "?past=" + past, null)
                                .code())
                        .isEqualTo("forbidden");
            }
            assertThat(system().send(null, "GET", "/api/stations?past=" + past, null)
                            .code())
                    .isEqualTo("unauthenticated");
        }
        for (String token : List.of(
                auditor,
                operations(),
                system().token("agent", null, null),
                system().token("head-office", null, null),
                key(Map.of()))) {
            assertThat(system().send(token, "GET", "/api/stations?past=none", null)
                            .code())
                    .isEqualTo("past-unknown");
        }
    }

    /** The token of a program that reads. */
    private String key(Map<String, Object> where) throws IOException, InterruptedException {
        Map<String, Object> wanted = new HashMap<>(where);
        wanted.putAll(Map.of("name", "reader", "scopes", List.of("reading"), "days", 1));
        JsonNode issued = system().accepted(operations(), "POST", "/api/machine-keys", wanted);
        return text(
                system().accepted(null, "POST", "/api/sessions/machine", Map.of("key", text(issued, "key"))),
                "accessToken");
    }

    /** The id of an account can't be made out of its name, and nobody can ask for a thing under an id of that form. */
    @Test
    void nobodyFindsOutByItsIdWhetherThereIsAnAccount() throws IOException, InterruptedException {
        assertThat(attendantId).isNotEqualTo(Ids.derived("account", "li.na"));
        for (String id : List.of(attendantId, Ids.derived("account", "li.na"), Ids.derived("account", "nobody"))) {
            Map<String, Object> wanted = Map.of(
                    "orderId",
                    id,
                    "driverId",
                    driver,
                    "stationId",
                    STATION,
                    "pump",
                    77,
                    "grade",
                    "95#",
                    "preset",
                    Map.of("kind", "AMOUNT", "amount", 20_000));
            assertThat(system().send(driverToken, "POST", "/api/orders", wanted).code())
                    .isEqualTo("invalid-field");
        }
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString("");
    }
}
