package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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

/** What dashboards ask for, again and again, each by the right that it has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardsIT {

    private static final String STATION = "s1";
    private static final String DRIVER = "d1";
    private static final String SINCE = "/api/orders?from=2026-01-01";

    private @Nullable Guarded started;
    private String headOffice = "";
    private String operations = "";
    private long version;

    @BeforeAll
    void placeAnOrder(@TempDir Path directory) throws IOException, InterruptedException {
        started = Guarded.start(directory, "required");
        operations = system().token("operations", null, null);
        headOffice = system().token("head-office", null, null);
        String place = "/api/stations/" + STATION;
        register(DRIVER, "13800138001");
        system().accepted(headOffice, "POST", "/api/stations", Map.of("stationId", STATION, "name", "康健加油站"));
        system().accepted(headOffice, "PUT", place + "/pumps/1", Map.of("grades", List.of("95#")));
        system().accepted(headOffice, "PUT", place + "/prices/95%23", Map.of("unitPrice", 7_890, "currency", "CNY"));
        Map<String, Object> order = Map.of(
                "orderId",
                "o1",
                "driverId",
                DRIVER,
                "stationId",
                STATION,
                "pump",
                1,
                "grade",
                "95#",
                "preset",
                Map.of("kind", "AMOUNT", "amount", 20_000));
        version = system().accepted(system().token("driver", DRIVER, null), "POST", "/api/orders", order)
                .path("version")
                .asLong(-1);
    }

    private void register(String driver, String phone) throws IOException, InterruptedException {
        system().accepted(operations, "POST", "/api/drivers", Map.of("driverId", driver, "name", "某人", "phone", phone));
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

    private Guarded.Answer get(String token, String path) throws IOException, InterruptedException {
        return system().send(token, "GET", path, null);
    }

    private Guarded.Answer get(String token, String path, String tag) throws IOException, InterruptedException {
        return system().send(token, "GET", path, null, Map.of("If-None-Match", tag));
    }

    private String reading(@Nullable String station) throws IOException, InterruptedException {
        Map<String, Object> wanted = station == null
                ? Map.of("name", "a dashboard", "scopes", List.of("reading"), "days", 1)
                : Map.of("name", "a dashboard", "scopes", List.of("reading"), "days", 1, "stationId", station);
        String key = system().accepted(operations, "POST", "/api/machine-keys", wanted)
                .path("key")
                .asString("");
        return system().accepted(null, "POST", "/api/sessions/machine", Map.of("key", key))
                .path("accessToken")
                .asString("");
    }

    @Test
    void ordersOfATimeAreListedForWhoeverActsForAll() throws IOException, InterruptedException {
        String agent = system().token("agent", null, null);
        String auditor = system().token("auditor", null, null);
        for (String token : List.of(headOffice, agent, auditor, reading(null))) {
            JsonNode page = system().accepted(token, "GET", SINCE + "&version=" + version, null);

            assertThat(page.at("/items/0/orderId").asString("")).isEqualTo("o1");
        }
        assertThat(get(headOffice, "/api/orders?from=2999-01-01").json().path("items"))
                .isEmpty();
        assertThat(get(headOffice, "/api/orders").code()).isEqualTo("missing-field");
    }

    @Test
    void whoeverActsForOneNamesIt() throws IOException, InterruptedException {
        String driver = system().token("driver", DRIVER, null);
        String manager = system().token("manager", null, STATION);
        String key = reading(STATION);
        for (String token : List.of(driver, manager, key)) {
            assertThat(get(token, SINCE).code()).isEqualTo("missing-field");
        }

        assertThat(get(driver, SINCE + "&driver=" + DRIVER).status()).isEqualTo(200);
        assertThat(get(manager, SINCE + "&station=" + STATION).status()).isEqualTo(200);
        assertThat(get(key, SINCE + "&station=" + STATION).status()).isEqualTo(200);
        for (String token : List.of(manager, key)) {
            assertThat(get(token, SINCE + "&station=another").code()).isEqualTo("forbidden");
        }
        assertThat(get(key, "/api/dashboards/sales").code())
                .as("sums of all stations")
                .isEqualTo("forbidden");
    }

    @Test
    void whoeverAsksForSalesOfAMomentReadsHowFarTheyAre() throws IOException, InterruptedException {
        for (String token : List.of(headOffice, reading(null))) {
            Guarded.Answer accepted = get(headOffice, "/api/dashboards/sales?asOf=1");
            String past = accepted.status() == 202 ? accepted.header("Location") : "/api/pasts/sales-of-2-events";

            assertThat(get(token, past).json().path("asOf").asString("")).isEqualTo("1");
            assertThat(get(token, "/api/pasts").code()).isEqualTo("forbidden");
            assertThat(system().send(token, "DELETE", past, Map.of()).code()).isEqualTo("forbidden");
        }
    }

    @Test
    void anAnswerIsSentOnceToEachRole() throws IOException, InterruptedException {
        String auditor = system().token("auditor", null, null);
        Guarded.Answer first = get(headOffice, "/api/orders/o1?version=" + version);
        String tag = first.header("ETag");

        Guarded.Answer again = get(headOffice, "/api/orders/o1", tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(Long.parseLong(again.header("Jiayou-Position"))).isGreaterThanOrEqualTo(version);
        assertThat(get(auditor, "/api/orders/o1").text()).isEqualTo(first.text());
        assertThat(get(auditor, "/api/orders/o1", tag).status()).isEqualTo(200);
    }

    @Test
    void anErasureChangesWhatIsTheSameNoMore() throws IOException, InterruptedException {
        register("d2", "13800138002");
        String agent = system().token("agent", null, null);
        String tag = get(agent, "/api/drivers/d2").header("ETag");
        assertThat(get(agent, "/api/drivers/d2", tag).status()).isEqualTo(304);

        long erased = system().accepted(operations, "DELETE", "/api/drivers/d2", Map.of())
                .path("version")
                .asLong(-1);

        Guarded.Answer after = get(agent, "/api/drivers/d2?version=" + erased, tag);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.text()).contains("[erased]").doesNotContain("某人");
        assertThat(after.header("ETag")).isNotEmpty().isNotEqualTo(tag);
    }

    @Test
    void whatIsTakenAwayAsAWholeStaysOutOfCaches() throws IOException, InterruptedException {
        Guarded.Answer export = get(system().token("driver", DRIVER, null), "/api/drivers/" + DRIVER + "/export");

        assertThat(export.status()).isEqualTo(200);
        assertThat(export.header("ETag")).isEmpty();
        assertThat(export.header("Cache-Control")).isEqualTo("no-store");
    }
}
