package io.jiayou.dashboard.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.order.events.OrderCompleted;
import io.jiayou.station.events.StationDescribed;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.testing.Api;
import io.jiayou.testing.QuerySideTest;
import io.jiayou.values.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@QuerySideTest
@TestInstance(Lifecycle.PER_CLASS)
class SumSalesIT {

    @Autowired
    private Api api;

    private void sell(String id, String grade, long amount, String currency, String at) {
        Money total = new Money(amount, currency);
        api.record(id, new OrderCompleted(id, "d", "sales-1", null, grade, 1_000, total, Instant.parse(at)));
    }

    @BeforeAll
    void sellSomeFuel() {
        sell("sale-1", "92#", 100, "CZK", "2012-08-24T01:10:00Z");
        sell("sale-2", "92#", 30, "EUR", "2012-08-24T01:50:00Z");
        sell("sale-3", "95#", 7, "CZK", "2012-08-24T16:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=2012-08-24&to=2012-08-24&by=hour | [{"key":"2012-08-24T09:00+08:00","currency":"CZK","amount":100,"volumeMl":1000,"orders":1},{"key":"2012-08-24T09:00+08:00","currency":"EUR","amount":30,"volumeMl":1000,"orders":1}]
            from=2012-08-25&to=2012-08-31         | [{"key":"2012-08-25","currency":"CZK","amount":7,"volumeMl":1000,"orders":1}]
            from=2012-08-24T00:00Z&to=2012-08-25T00:00Z&by=grade | [{"key":"92#","currency":"CZK","amount":100,"volumeMl":1000,"orders":1},{"key":"92#","currency":"EUR","amount":30,"volumeMl":1000,"orders":1},{"key":"95#","currency":"CZK","amount":7,"volumeMl":1000,"orders":1}]
            to=2012-12-31&by=station              | [{"key":"sales-1","currency":"CZK","amount":107,"volumeMl":2000,"orders":2},{"key":"sales-1","currency":"EUR","amount":30,"volumeMl":1000,"orders":1}]
            """)
    void sumsSales(String query, String rows) {
        Api.Answer answer = api.get("/api/dashboards/sales?" + query);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("rows")).isEqualTo(new JsonMapper().readTree(rows));
    }

    @Test
    void addsTheRowsUpPerCurrency() {
        Api.Answer answer = api.get("/api/dashboards/sales?from=2012-08-01&to=2012-08-31");

        assertThat(answer.body().get("totals").toString())
                .isEqualTo("[{\"currency\":\"CZK\",\"amount\":107,\"volumeMl\":2000,\"orders\":2},"
                        + "{\"currency\":\"EUR\",\"amount\":30,\"volumeMl\":1000,\"orders\":1}]");
        assertThat(answer.body().propertyNames()).containsExactlyInAnyOrder("rows", "totals");
    }

    @Test
    void namesStationsThatAreKnownAsTheyAreCalledNow() {
        sell("sale-4", "92#", 1, "CZK", "2014-05-05T01:10:00Z");
        String station = "sales-named";
        api.record(
                "sale-5",
                new OrderCompleted(
                        "sale-5",
                        "d",
                        station,
                        null,
                        "92#",
                        1_000,
                        new Money(2, "CZK"),
                        Instant.parse("2014-05-05T01:10:00Z")));
        api.record(station, new StationRegistered(station, called("before"), Instant.now()));
        api.record(station, new StationDescribed(station, called("康健加油站"), Instant.now()));
        api.get("/api/stations");
        String query = "/api/dashboards/sales?from=2014-05-05&to=2014-05-05&by=station";

        assertThat(names(api.get(query))).containsExactly("sales-1: ", "sales-named: 康健加油站");
    }

    private static StationDescription called(String name) {
        return new StationDescription(name, null, null, null, null, null, "Asia/Shanghai");
    }

    private static List<String> names(Api.Answer answer) {
        return answer.body()
                .get("rows")
                .valueStream()
                .map(row -> row.get("key").asString() + ": "
                        + row.path("stationName").asString(""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "by=week, by",
        "from=yesterday, from",
        "to=2012-02-30, to",
        "from=2012-08-02&to=2012-08-01, from",
        "from=2012-08-24T09:07:00Z, from"
    })
    void refusesWhatItCannotRead(String query, String field) {
        Api.Answer answer = api.plain("/api/dashboards/sales?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo(field);
    }
}
