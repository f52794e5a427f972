package io.jiayou.imports.stations;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.ids.Ids;
import io.jiayou.imports.Reading;
import io.jiayou.imports.Tally;
import io.jiayou.station.Station;
import io.jiayou.station.events.StationDescribed;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.values.GeoPoint;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which stations the listings of one file after another are. */
class StationIdsTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final double METRE_OF_LATITUDE = 1 / 111_195.0;
    private static final String ROAD = "中国石化(中山路加油站)";

    private final Map<String, Station> there = new HashMap<>();

    /** Both cities have a district 鼓楼区. */
    @Test
    void whatClosedInOneCityIsntTakenForItsNamesakeInAnother() {
        String nanjing = feature(ROAD, 32.06, 118.77, "鼓楼区");
        String fuzhou = feature(ROAD, 26.08, 119.3, "鼓楼区");
        Map<String, String> both = imported(nanjing, fuzhou);

        Map<String, String> rest = imported(fuzhou);

        assertThat(both).hasSize(2);
        assertThat(there).hasSize(2);
        assertThat(both).containsAllEntriesOf(rest);
    }

    @Test
    void whatWasImportedUnderTheKeysOfBeforeKeepsItsId() {
        String first = registered("中国石化|中山路|鼓楼区", "中山路加油站", 32.06, 118.77);
        String second = registered("中国石化|中山路|鼓楼区|26.08|119.3", "中山路加油站", 26.08, 119.3);
        String byId = registered("id|7", "东加油站", 31, 121);
        String nameless = registered("中国石化||鼓楼区|30.0|120.0", "中国石化", 30, 120);

        Map<String, String> imported = imported(
                feature(ROAD, 26.08, 119.3, "鼓楼区"),
                feature("中国石化", 30.0, 120.0, "鼓楼区"),
                feature("东加油站", 35, 121, "某区").replaceFirst("\\{", "{\"id\":7,"),
                feature(ROAD, 32.0601, 118.77, "鼓楼区"));

        assertThat(imported.keySet()).containsExactlyInAnyOrder(first, second, byId, nameless);
    }

    @Test
    void isTheSameStationWithAnotherAddressOrDistrictOrPositionNearby() {
        String before = onlyOne(imported(feature(ROAD, 32.06, 118.77, "鼓楼区")));

        assertThat(onlyOne(imported(feature(ROAD, 32.06, 118.77, "玄武区")))).isEqualTo(before);
        assertThat(onlyOne(imported(feature(ROAD, 32.06 + 150 * METRE_OF_LATITUDE, 118.77, "玄武区"))))
                .isEqualTo(before);
        assertThat(onlyOne(imported(feature(ROAD, 32.06 + 300 * METRE_OF_LATITUDE, 118.77, "玄武区"))))
                .isEqualTo(before);
    }

    @Test
    void isAnotherStationFartherAway() {
        imported(feature(ROAD, 32.06, 118.77, "鼓楼区"));
        imported(feature(ROAD, 32.06 + 250 * METRE_OF_LATITUDE, 118.77, "鼓楼区"));

        assertThat(there).hasSize(2);
        assertThat(there.values())
                .extracting(it -> Objects.requireNonNull(it.registered()).description())
                .containsExactlyInAnyOrderElementsOf(
                        there.values().stream().map(Station::description).toList());
    }

    @Test
    void isTheSameStationWhereSomebodyMovedItOrTookItsCoordinatesAway() {
        String id = onlyOne(imported(feature(ROAD, 32.06, 118.77, "鼓楼区")));
        String other = onlyOne(imported(feature(ROAD, 40.06, 118.77, "鼓楼区")));
        describe(id, 33.0, 119.0);
        describe(other, null, null);

        assertThat(onlyOne(imported(feature(ROAD, 32.06, 118.77, "鼓楼区")))).isEqualTo(id);
        assertThat(onlyOne(imported(feature(ROAD, 40.0601, 118.77, "鼓楼区")))).isEqualTo(other);
    }

    @Test
    void isTheSameStationByItsOwnIdWhereverItIs() {
        String before = onlyOne(imported(withId("node/1", feature(ROAD, 32.06, 118.77, "鼓楼区"))));

        assertThat(onlyOne(imported(withId("node/1", feature("东加油站", 26.08, 119.3, "某区")))))
                .isEqualTo(before);
    }

    @Test
    void isntAnotherOneWhenTheListGetsIds() {
        String before = onlyOne(imported(feature(ROAD, 32.06, 118.77, "鼓楼区")));

        assertThat(onlyOne(imported(withId("node/1", feature(ROAD, 32.06, 118.77, "鼓楼区")))))
                .isEqualTo(before);
    }

    /** The first of them owned the id once; another of them, alone in the next list, isn't it. */
    @Test
    void idsOfSeveralOrEmptyOnesMoveNoStation() {
        for (String id : List.of("7", "")) {
            there.clear();
            String east = withId(id, feature("东加油站", 31, 121, "某区"));
            String west = withId(id, feature("西加油站", 31, 121.04, "某区"));
            String owner = Ids.derived("geojson-station", "id|" + id);
            put(owner, described("东加油站", null, 31.0, 121.0));

            Map<String, String> both = imported(west, east);
            Map<String, String> again = imported(east, west);

            assertThat(both).containsEntry(owner, "东加油站").hasSize(2);
            assertThat(again).isEqualTo(both);
        }
    }

    @Test
    void givesTheSameIdsInWhateverOrder() {
        List<String> features = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            features.add(feature(ROAD, 32 + n * 250 * METRE_OF_LATITUDE, 118.77, "鼓楼区"));
            features.add(feature("中国石油", 32 + n * 10 * METRE_OF_LATITUDE, 118.77, "鼓楼区"));
        }
        Map<String, Station> inOrder = thereAfter(features);
        Collections.reverse(features);
        assertThat(thereAfter(features)).isEqualTo(inOrder).hasSize(80);
        Collections.shuffle(features, new Random(1));
        assertThat(thereAfter(features)).isEqualTo(inOrder);

        Map<String, String> again = imported(features.subList(10, 50).toArray(String[]::new));

        assertThat(again).hasSize(40);
        assertThat(there).isEqualTo(inOrder);
    }

    /** Cells are cut at 180 degrees as everywhere. */
    @Test
    void findsWhatIsBesideAcrossTheDateLineAndAtThePoles() {
        for (List<Double> places : List.of(List.of(0.0, 180.0, 0.0, -179.9999), List.of(90.0, 10.0, 89.9999, -170.0))) {
            there.clear();
            String id = onlyOne(imported(feature(ROAD, places.get(0), places.get(1), "某区")));

            assertThat(onlyOne(imported(feature(ROAD, places.get(2), places.get(3), "某区"))))
                    .isEqualTo(id);
        }
    }

    /** An id is made of the cell: another cut would register everything anew. */
    @Test
    void cellsAndIdsStayAsTheyAre() {
        String id = onlyOne(imported(feature(ROAD, 31.23, 121.47, "黄浦区")));

        assertThat(id).isEqualTo(Ids.derived("geojson-station", "cell|7807|64444|0|中国石化|中山路"));
    }

    private Map<String, Station> thereAfter(List<String> features) {
        there.clear();
        imported(features.toArray(String[]::new));
        return Map.copyOf(there);
    }

    /** Names by ids. */
    private Map<String, String> imported(String... features) {
        String file = "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
        StationFile read = StationFile.read(
                new FeatureReader(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))),
                new StationNames(),
                new Tally(Locale.ENGLISH),
                new Reading(() -> {}, 1_000, () -> {}));
        StationIds ids = new StationIds(id -> Optional.ofNullable(there.get(id)));
        read.stations().forEach(ids::look);
        Map<String, String> names = new LinkedHashMap<>();
        ids.given().forEach((id, listing) -> {
            names.put(id, listing.name().name());
            put(id, listing.description("Asia/Shanghai", null));
        });
        return names;
    }

    private void put(String id, StationDescription description) {
        Station before = there.getOrDefault(id, Station.NONE);
        there.put(
                id,
                before.evolve(
                        before.registered() == null
                                ? new StationRegistered(id, description, AT)
                                : new StationDescribed(id, description, AT)));
    }

    private String registered(String key, String name, double latitude, double longitude) {
        String id = Ids.derived("geojson-station", key);
        put(id, described(name, "中国石化", latitude, longitude));
        return id;
    }

    private void describe(String id, @Nullable Double latitude, @Nullable Double longitude) {
        put(id, described("中山路加油站", "中国石化", latitude, longitude));
    }

    private static StationDescription described(
            String name, @Nullable String brand, @Nullable Double latitude, @Nullable Double longitude) {
        return new StationDescription(
                name,
                brand,
                null,
                "鼓楼区",
                latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude),
                null,
                "Asia/Shanghai");
    }

    private static String onlyOne(Map<String, String> imported) {
        assertThat(imported).hasSize(1);
        return imported.keySet().iterator().next();
    }

    private static String withId(String id, String feature) {
        return feature.replaceFirst("\\{", "{\"id\":\"" + id + "\",");
    }

    private static String feature(String name, double latitude, double longitude, String district) {
        return """
                {"type":"Feature","geometry":{"type":"Point","coordinates":[%s,%s]},"properties":{"name":"%s","address":"测试路","district":"%s"}}""".formatted(longitude, latitude, name, district);
    }

    /** Its key names a piece of the map, and only those beside it are looked into. */
    @Test
    void isAnotherStationWhereSmallStepsHaveTakenItTooFar() {
        String first = onlyOne(imported(feature(ROAD, 32.06, 118.77, "鼓楼区")));
        int metres = 150;
        while (onlyOne(imported(feature(ROAD, 32.06 + metres * METRE_OF_LATITUDE, 118.77, "鼓楼区")))
                .equals(first)) {
            metres += 150;
        }

        assertThat(metres).isBetween(400, 1_200);
    }
}
