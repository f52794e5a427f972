package io.jiayou.imports.stations;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.imports.Report;
import io.jiayou.imports.Report.Merged;
import io.jiayou.imports.Tally;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class StationFileTest {

    private static final double METRE_OF_LATITUDE = 1 / 111_195.0;

    private final Tally tally = new Tally(Locale.ENGLISH);

    @Test
    void mergesTheSameNameNearby() {
        StationFile file = read(feature("中国石化（康健加油站）", 0, "一路1号", "徐汇区"), feature("中国石化(康健油气站)", 150, "一路1号", "徐汇区"));

        assertThat(file.stations()).hasSize(1);
        assertThat(merged()).containsExactly(new Merged(3, 2, "中国石化(康健油气站) = 中国石化(康健加油站)"));
    }

    @Test
    void keepsTheSameNameFarAway() {
        assertThat(read(feature("中国石化(康健加油站)", 0, "一路1号", "徐汇区"), feature("中国石化(康健加油站)", 250, "一路1号", "徐汇区"))
                        .stations())
                .hasSize(2);
    }

    @Test
    void keepsOtherNamesAndOtherBrandsNearby() {
        assertThat(read(
                                feature("中国石化(眉州路站)", 0, "一路1号", "杨浦区"),
                                feature("中国石化加油站(西门站)", 10, "一路1号", "杨浦区"),
                                feature("中国石油(眉州路站)", 20, "一路1号", "杨浦区"))
                        .stations())
                .hasSize(3);
    }

    @Test
    void mergesWhatStandsAtTheSamePlaceUnlessTheBrandsDiffer() {
        StationFile file = read(
                feature("东加油站", 0, "一路1号", "杨浦区"),
                feature("中国石油(西加油站)", 0, "一路1号", "杨浦区"),
                feature("中国石化(南加油站)", 0, "一路1号", "杨浦区"));

        assertThat(file.stations().values()).extracting(it -> it.place().line()).containsExactly(3L, 4L);
        assertThat(merged()).extracting(Merged::line).containsExactly(2L);
    }

    @Test
    void keepsWhatIsMoreCompleteAndTakesTheRestFromTheOther() {
        StationFile file = read(
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[121,31]},"
                        + "\"properties\":{\"name\":\"康健加油站\",\"district\":\"徐汇区\"}}",
                "{\"type\":\"Feature\",\"id\":7,\"geometry\":{\"type\":\"Point\",\"coordinates\":[121,31]},"
                        + "\"properties\":{\"name\":\"中国石化(康健加油站)\",\"address\":\"一路1号\"}}");

        Listing kept = file.stations().values().iterator().next();

        assertThat(file.stations()).hasSize(1);
        assertThat(kept.place().line()).isEqualTo(3);
        assertThat(kept.place().address()).isEqualTo("一路1号");
        assertThat(kept.place().district()).isEqualTo("徐汇区");
        assertThat(kept.name().brand()).isEqualTo("中国石化");
        assertThat(merged()).extracting(Merged::into).containsExactly(3L);
    }

    @Test
    void givesAStationTheSameIdWhenItsAddressOrPositionIsCorrected() {
        Set<String> before =
                read(feature("中国石化(康健加油站)", 0, "一路1号", "徐汇区")).stations().keySet();
        Set<String> after =
                read(feature("中石化加油站(康健站)", 90, "二路2号", "徐汇区")).stations().keySet();

        assertThat(after).isEqualTo(before);
    }

    @Test
    void givesStationsOfOneNameInOneDistrictDifferentIdsAlsoWithoutAName() {
        StationFile file = read(
                feature("中国石油", 0, "一路1号", "徐汇区"),
                feature("中国石油", 900, "二路2号", "徐汇区"),
                feature("东加油站", 2000, "三路3号", "徐汇区"),
                feature("东加油站", 4000, "四路4号", "徐汇区"));

        assertThat(file.stations()).hasSize(4);
    }

    @Test
    void countsWhatItReadBeforeTheBreak() {
        StationFile file = StationFile.read(
                reader("{\"features\":[" + feature("东加油站", 0, "一路1号", "徐汇区") + ", oops"), new StationNames(), tally);

        assertThat(file.features()).isEqualTo(1);
        assertThat(file.stations()).hasSize(1);
        assertThat(file.broken()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"半代理\\ud842", "\\udfff", "a\\u0000", "a\\u001b", "a\\uffff", "a\\ufdd0"})
    void refusesTextsThatCannotBeKept(String text) {
        read(
                feature("东加油站" + text, 0, "一路1号", "徐汇区"),
                feature("西加油站", 900, "二路" + text, "徐汇区"),
                feature("南加油站", 1800, "三路3号", text + "区"),
                feature("北加油站", 2700, "四路4号", "徐汇区"));

        assertThat(tally.report(0).counts()).containsOnly(Map.entry("unreadable-value", 3L));
    }

    @Test
    void takesLineEndsInAddressesForBlanks() {
        StationFile file = read(feature("东加油站", 0, " 一路\\n\\t1号 \\u2028 后门", "徐汇区"));

        assertThat(file.stations().values())
                .extracting(it -> it.place().address())
                .containsExactly("一路 1号 后门");
    }

    /** A file goes on behind an integer that is beyond all doubles. */
    @Test
    void refusesCoordinatesOfManyDigits() {
        String far = feature("东加油站", 0, "一路1号", "徐汇区").replace("[121,", "[" + "1".repeat(310) + ",");

        assertThat(read(far, feature("西加油站", 0, "二路2号", "徐汇区")).stations()).hasSize(1);
        assertThat(tally.report(0).counts()).containsOnly(Map.entry("wrong-coordinates", 1L));
    }

    private List<Merged> merged() {
        Report report = tally.report(0);
        return report.merged();
    }

    private StationFile read(String... features) {
        return StationFile.read(
                reader("{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}"),
                new StationNames(),
                tally);
    }

    private static FeatureReader reader(String json) {
        return new FeatureReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), new JsonMapper());
    }

    private static String feature(String name, double metresNorth, String address, String district) {
        return """
                {"type":"Feature","geometry":{"type":"Point","coordinates":[121,%s]},"properties":{"name":"%s","address":"%s","district":"%s"}}""".formatted(31 + metresNorth * METRE_OF_LATITUDE, name, address, district);
    }
}
