package io.jiayou.order.details;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.PaymentConfirmed;
import io.jiayou.order.events.Preset;
import io.jiayou.testing.Api;
import io.jiayou.testing.QuerySideTest;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@QuerySideTest
@TestInstance(Lifecycle.PER_CLASS)
class ListOrdersIT {

    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");
    /** Midnight of 1 May 2031 in Shanghai; nobody else's orders are so late. */
    private static final Instant DAY = Instant.parse("2031-04-30T16:00:00Z");

    private static final Money PAYABLE = new Money(20_000, "CNY");
    private static final LockedPrice PRICE = new LockedPrice(new UnitPrice(8_000, "CNY"), AT, false);

    @Autowired
    private Api api;

    private void place(String id, String driver, String station, Instant at) {
        api.record(
                id, new OrderPlaced(id, driver, station, 1, "92#", Preset.byAmount(20_000), PRICE, PAYABLE, null, at));
    }

    @BeforeAll
    void placeOrders() {
        for (int number = 0; number < 7; number++) {
            place("list-" + number, "list-driver", "list-station", AT.plusSeconds(number));
        }
        for (int number = 0; number < 3; number++) {
            place("day-" + number, "day-driver", "day-station-" + number, DAY.plus(Duration.ofHours(number * 12L)));
        }
        api.record("list-3", new PaymentConfirmed("list-3", PAYABLE, "cash", "tx", AT));
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("orderId").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"driver=list-driver", "station=list-station", "driver=list-driver&station=list-station"})
    void listsOrdersNewestFirstPageByPage(String query) {
        List<String> paged = new ArrayList<>();
        String path = "/api/orders?limit=3&" + query;
        JsonNode page = api.get(path).body();
        paged.addAll(ids(page));
        while (page.has("nextCursor")) {
            page = api.get(path + "&cursor=" + page.get("nextCursor").asString())
                    .body();
            paged.addAll(ids(page));
        }

        assertThat(paged).containsExactly("list-6", "list-5", "list-4", "list-3", "list-2", "list-1", "list-0");
    }

    @Test
    void listsOrdersWithAStatus() {
        JsonNode paid = api.get("/api/orders?station=list-station&status=paid").body();

        assertThat(ids(paid)).containsExactly("list-3");
        assertThat(paid.at("/items/0/payment/state").asString()).isEqualTo("CONFIRMED");
        assertThat(paid.at("/items/0").has("timeline")).isFalse();
        assertThat(paid.at("/items/0").has("stationDay")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', driver, missing-field",
        "status=PAID, driver, missing-field",
        "to=2026-03-01, driver, missing-field",
        "from=yesterday, from, invalid-field",
        "from=2026-03-01T08:00:00, from, invalid-field",
        "driver=d&to=2026-02-30, to, invalid-field",
        "station=s&from=2026-03-02&to=2026-03-01, from, invalid-field",
        "driver=d&status=LOST, status, invalid-field",
        "driver=d&limit=0, limit, invalid-field",
        "driver=d&limit=101, limit, invalid-field",
        "driver=d&cursor=%25, cursor, invalid-field",
        "driver=d&version=soon, version, invalid-field",
        "driver=d&version=1&version=1, version, invalid-field",
        "driver=d&state=PAID, state, invalid-field"
    })
    void refusesWhatItCannotRead(String query, String field, String code) {
        Api.Answer answer = api.plain("/api/orders?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo(field);
        assertThat(answer.body().get("code").asString()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=2031-05-01&to=2031-05-01                                           | day-1, day-0
            from=2031-05-01&to=2031-05-02                                           | day-2, day-1, day-0
            from=2031-04-30T16:00:00Z&to=2031-04-30T16:00:00.001Z                   | day-0
            from=2031-04-30T16:00:00.0001Z&to=2031-05-01T16:00:00.0001Z             | day-2, day-1
            from=2031-05-01&station=day-station-1                                   | day-1
            from=2031-05-01&driver=day-driver&status=payment-pending                | day-2, day-1, day-0
            from=2031-05-03                                                         | ''
            """)
    void listsOrdersOfATime(String query, String expected) {
        JsonNode page = api.get("/api/orders?" + query).body();

        assertThat(ids(page)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(", ")));
    }

    @Test
    void refusesAnUnknownOrder() {
        Api.Answer answer = api.plain("/api/orders/nothing");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("code").asString()).isEqualTo("order-unknown");
    }
}
