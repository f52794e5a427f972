package io.jiayou.station.details;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.station.events.PriceSet;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.testing.Api;
import io.jiayou.testing.QuerySideTest;
import io.jiayou.values.UnitPrice;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@QuerySideTest
class FindStationDetailsIT {

    private static final StationDescription DESCRIPTION =
            new StationDescription("Name", null, null, null, null, null, "Asia/Shanghai");

    @Autowired
    private Api api;

    private static PriceSet price(long thousandths, String holdsFrom) {
        Instant from = Instant.parse(holdsFrom);
        return new PriceSet("station-1", "92#", new UnitPrice(thousandths, "CNY"), from, from);
    }

    private long current(String query) {
        return api.get("/api/stations/station-1" + query)
                .body()
                .at("/prices/0/current/unitPrice/thousandths")
                .asLong(-1);
    }

    @Test
    void showsThePriceInBothTimes() {
        api.recordAt(
                        Instant.parse("2026-01-01T00:00:00Z"),
                        "station-1",
                        new StationRegistered("station-1", DESCRIPTION, Instant.EPOCH))
                .recordAt(Instant.parse("2026-01-01T00:00:00Z"), "station-1", price(7_000, "2026-01-01T00:00:00Z"))
                .recordAt(Instant.parse("2026-01-05T00:00:00Z"), "station-1", price(8_000, "2026-01-10T00:00:00Z"))
                .recordAt(Instant.parse("2026-01-20T00:00:00Z"), "station-1", price(7_500, "2026-01-08T00:00:00Z"));

        assertThat(current("")).isEqualTo(8_000);
        assertThat(current("?at=2026-01-09T00:00:00Z")).isEqualTo(7_500);
        assertThat(current("?at=2026-01-09T00:00:00Z&knownAt=2026-01-19T00:00:00Z"))
                .isEqualTo(7_000);
        assertThat(current("?at=2026-01-10T08:00:00%2B08:00&knownAt=2026-01-04T00:00:00Z"))
                .isEqualTo(7_000);
        assertThat(current("?at=2025-12-31T00:00:00Z")).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"at", "knownAt"})
    void refusesMomentsThatItCannotRead(String parameter) {
        Api.Answer answer = api.plain("/api/stations/station-1?" + parameter + "=yesterday");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo(parameter);
    }

    @Test
    void refusesAnUnknownStation() {
        Api.Answer answer = api.plain("/api/stations/nowhere");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("code").asString()).isEqualTo("station-unknown");
    }
}
