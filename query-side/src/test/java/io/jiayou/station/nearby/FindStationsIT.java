package io.jiayou.station.nearby;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.station.events.PriceSet;
import io.jiayou.station.events.StationClosed;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.testing.Api;
import io.jiayou.testing.QuerySideTest;
import io.jiayou.values.GeoPoint;
import io.jiayou.values.UnitPrice;
import java.time.Instant;
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
class FindStationsIT {

    @Autowired
    private Api api;

    private static StationRegistered station(String id, double latitude, double longitude) {
        return new StationRegistered(
                id,
                new StationDescription(
                        id, "Brand of Kiel", null, "Kiel", new GeoPoint(latitude, longitude), null, "Europe/Berlin"),
                Instant.EPOCH);
    }

    private static PriceSet price(String id, long thousandths) {
        return new PriceSet(id, "E10", new UnitPrice(thousandths, "EUR"), Instant.EPOCH, Instant.EPOCH);
    }

    @BeforeAll
    void registerStationsOfKiel() {
        api.record("kiel-1", station("kiel-1", 54.32, 10.13), price("kiel-1", 1_799))
                .record("kiel-2", station("kiel-2", 54.33, 10.13), price("kiel-2", 1_779))
                .record("kiel-3", station("kiel-3", 54.35, 10.13), price("kiel-3", 1_789))
                .record("kiel-4", station("kiel-4", 54.32, 10.14), new StationClosed("kiel-4", null, Instant.EPOCH));
    }

    private List<String> ids(String query) {
        Api.Answer answer = api.get("/api/stations?" + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body()
                .get("items")
                .valueStream()
                .map(item -> item.get("stationId").asString())
                .toList();
    }

    @Test
    void findsStationsByDistance() {
        assertThat(ids("near=54.32,10.13")).containsExactly("kiel-1", "kiel-4", "kiel-2", "kiel-3");
        assertThat(ids("near=54.32,10.13&radius=2000")).containsExactly("kiel-1", "kiel-4", "kiel-2");
        assertThat(ids("near=54.32,10.13&open=true")).containsExactly("kiel-1", "kiel-2", "kiel-3");
    }

    @Test
    void findsStationsOfADistrictAndABrandAroundAPlace() {
        assertThat(ids("near=54.32,10.13&radius=2000&district=Kiel&brand=Brand%20of%20Kiel"))
                .containsExactly("kiel-1", "kiel-4", "kiel-2");
        assertThat(ids("near=54.32,10.13&district=L%C3%BCbeck")).isEmpty();
        assertThat(ids("near=54.32,10.13&brand=another")).isEmpty();
    }

    @Test
    void findsStationsByPrice() {
        assertThat(ids("near=54.32,10.13&grade=E10&sort=price")).containsExactly("kiel-2", "kiel-3", "kiel-1");
    }

    @Test
    void showsDistanceAndPrice() {
        JsonNode second =
                api.get("/api/stations?near=54.32,10.13&grade=E10").body().at("/items/1");

        assertThat(second.get("distanceMetres").asLong()).isEqualTo(1_112);
        assertThat(second.at("/price/unitPrice/thousandths").asLong()).isEqualTo(1_779);
        assertThat(second.get("name").asString()).isEqualTo("kiel-2");
    }

    @Test
    void listsStationsOfADistrictPageByPage() {
        JsonNode first = api.get("/api/stations?district=Kiel&limit=3").body();
        JsonNode second = api.get("/api/stations?district=Kiel&limit=3&cursor="
                        + first.get("nextCursor").asString())
                .body();

        assertThat(first.get("items")).hasSize(3);
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.has("nextCursor")).isFalse();
        assertThat(second.at("/items/0/stationId").asString()).isEqualTo("kiel-4");
    }

    @ParameterizedTest
    @CsvSource({
        "near=somewhere, near",
        "'near=91,0', near",
        "'near=1,2,3', near",
        "'near=NaN,0', near",
        "'near=1,2&radius=0', radius",
        "'near=1,2&radius=50001', radius",
        "'near=1,2&radius=far', radius",
        "'near=1,2&sort=beauty', sort",
        "'near=1,2&sort=price', grade",
        "'near=1,2&grade=', grade",
        "'near=54.32d,10.13', near",
        "'near=0x1p3,10.13', near",
        "'near=1e1,10.13', near",
        "'near=.5,10.13', near",
        "'near=54.,10.13', near",
        "'near=%2B54,10.13', near",
        "'near=1,2&near=3,4', near",
        "'near=1,2&limit=0', limit",
        "'near=1,2&limit=101', limit",
        "'near=1,2&limit=many', limit",
        "'near=1,2&open=maybe', open",
        "'near=1,2&open=yes', open",
        "'near=1,2&open=1', open",
        "'near=1,2&limit=', limit",
        "'near=1,2&limt=5', limt",
        "'near=1,2&cursor=abc', cursor",
        "sort=distance, sort",
        "radius=5, radius",
        "cursor=, cursor"
    })
    void refusesWhatItCannotRead(String query, String field) {
        Api.Answer answer = api.plain("/api/stations?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo(field);
    }
}
