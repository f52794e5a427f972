package io.jiayou.imports.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jiayou.http.ProblemException;
import io.jiayou.imports.BrokenFile;
import io.jiayou.imports.Reading;
import io.jiayou.imports.Report;
import io.jiayou.imports.Report.Merged;
import io.jiayou.imports.Report.Refused;
import io.jiayou.imports.Tally;
import io.jiayou.rules.Problem;
import io.jiayou.values.Limits;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StationFileTest {

    private static final double METRE_OF_LATITUDE = 1 / 111_195.0;

    private static final Reading READING = reading(1_000);

    private final Tally tally = new Tally(Locale.ENGLISH);

    @Test
    void mergesTheSameNameNearby() {
        StationFile file = read(feature("中国石化（康健加油站）", 0, "一路1号", "徐汇区"), feature("中国石化(康健油气站)", 150, "一路1号", "徐汇区"));

        assertThat(file.stations()).hasSize(1);
        assertThat(merged()).containsExactly(new Merged(3, 2L, 2, 1L, "中国石化(康健油气站) = 中国石化(康健加油站)"));
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

        assertThat(file.stations()).extracting(it -> it.place().spot().line()).containsExactly(3L, 4L);
        assertThat(merged()).extracting(Merged::line).containsExactly(2L);
    }

    @Test
    void keepsWhatIsMoreCompleteAndTakesTheRestFromTheOther() {
        StationFile file = read(
                "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[121,31]},"
                        + "\"properties\":{\"name\":\"康健加油站\",\"district\":\"徐汇区\"}}",
                "{\"type\":\"Feature\",\"id\":7,\"geometry\":{\"type\":\"Point\",\"coordinates\":[121,31]},"
                        + "\"properties\":{\"name\":\"中国石化(康健加油站)\",\"address\":\"一路1号\"}}");

        Listing kept = file.stations().getFirst();

        assertThat(file.stations()).hasSize(1);
        assertThat(kept.place().spot().line()).isEqualTo(3);
        assertThat(kept.place().address()).isEqualTo("一路1号");
        assertThat(kept.place().district()).isEqualTo("徐汇区");
        assertThat(kept.name().brand()).isEqualTo("中国石化");
        assertThat(merged()).extracting(Merged::into).containsExactly(3L);
    }

    @Test
    void findsTheSameStationsInWhateverOrder() {
        List<String> features = new ArrayList<>(List.of(
                feature("中国石化(康健加油站)", 0, "一路1号", "徐汇区"),
                feature("中国石化(康健油气站)", 150, "一路1号", "徐汇区"),
                feature("康健加油站", 300, "一路1号", "徐汇区"),
                feature("中国石化(康健加油站)", 450, "一路2号", "徐汇区"),
                feature("中国石油(康健加油站)", 100, "一路3号", "徐汇区"),
                feature("东加油站", 0, "一路1号", "徐汇区")));
        List<String> inOrder = told(features);

        Collections.reverse(features);
        assertThat(told(features)).isEqualTo(inOrder);
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(features, new Random(seed));
            assertThat(told(features)).isEqualTo(inOrder);
        }
    }

    @Test
    void takesEastAndWestOfAMeridianForOnePlace() {
        String west = feature("东加油站", 0, "一路1号", "某区").replace("[121,", "[-0.0,");

        assertThat(read(west, west.replace("-0.0", "0.0")).stations()).hasSize(1);
    }

    @Test
    void remarksIdsThatAreEmptyOrOfSeveralStations() {
        StationFile file = read(
                withId("7", feature("东加油站", 0, "一路1号", "徐汇区")),
                withId("7", feature("西加油站", 900, "二路2号", "徐汇区")),
                withId("\"\"", feature("南加油站", 1800, "三路3号", "徐汇区")),
                withId("\" \"", feature("北加油站", 2700, "四路4号", "徐汇区")),
                withId("8", feature("中加油站", 3600, "五路5号", "徐汇区")),
                withId("8", feature("中加油站", 3600, "五路5号", "徐汇区")));

        assertThat(file.stations()).extracting(it -> it.place().id()).containsExactly(null, null, null, null, "8");
        assertThat(tally.report(0).remarks()).extracting(Refused::feature).containsExactly(1L, 2L, 3L, 4L);
        assertThat(tally.report(0).remarks()).extracting(Refused::code).containsOnly("id-not-own");
        assertThat(tally.isFaulty()).isTrue();
    }

    @Test
    void countsWhatItReadBeforeTheBreak() {
        StationFile file = StationFile.read(
                reader("{\"features\":[" + feature("东加油站", 0, "一路1号", "徐汇区") + ", oops"),
                new StationNames(),
                tally,
                READING);

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
    void takesLineEndsAndWhatIsLeftOfAFilesBeginningForBlanks() {
        StationFile file = read(feature("\\uFEFF东加油站", 0, " 一路\\n\\t1号 \\u2028 后门", "徐汇区"));

        assertThat(file.stations()).singleElement().satisfies(it -> {
            assertThat(it.place().name()).isEqualTo("东加油站");
            assertThat(it.place().address()).isEqualTo("一路 1号 后门");
        });
    }

    /** What a text is without its blanks is looked at only where there aren't too many of them: each costs, marks that combine most. */
    @Test
    void refusesANameThatIsFarTooLongBeforeItIsNormalised() {
        String blanks = feature(" ".repeat(4 * Limits.STATION) + "东加油站", 0, "一路1号", "徐汇区");

        assertThat(read(blanks, feature("西加油站", 0, "二路2号", "徐汇区")).stations()).hasSize(1);
        assertThat(tally.report(0).counts()).containsOnly(Map.entry("text-too-long", 1L));
    }

    /** A file goes on behind an integer that is beyond all doubles. */
    @Test
    void refusesCoordinatesOfManyDigits() {
        String far = feature("东加油站", 0, "一路1号", "徐汇区").replace("[121,", "[" + "1".repeat(310) + ",");

        assertThat(read(far, feature("西加油站", 0, "二路2号", "徐汇区")).stations()).hasSize(1);
        assertThat(tally.report(0).counts()).containsOnly(Map.entry("wrong-coordinates", 1L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"FeatureCollection\",\"features\":[]}",
                "{\"type\":\"FeatureCollection\",\"features\":[",
                "17",
                "]"
            })
    void isBrokenWhereSomethingFollowsBehindTheCollection(String more) {
        StationFile file = file(
                "{\"type\":\"FeatureCollection\",\"features\":[" + feature("东加油站", 0, "一路1号", "徐汇区") + "]}\n" + more);

        assertThat(file.stations()).hasSize(1);
        assertThat(broken(file).line()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"features\":[]",
                "\"features\":null",
                "\"type\":\"Feature\"",
                "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"GCJ-02\"}}",
                "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3857\"}}",
                "\"crs\":{\"type\":\"EPSG\",\"properties\":{\"code\":14326}}",
                "\"crs\":{}"
            })
    void isBrokenByMembersThatSayOtherwise(String member) {
        String feature = feature("东加油站", 0, "一路1号", "徐汇区");

        StationFile behind = file("{\"features\":[" + feature + "]," + member + "}");
        assertThat(behind.stations()).hasSize(1);
        assertThat(behind.broken()).isNotNull();
        assertThat(file("{" + member + ",\"features\":[" + feature + "]}").broken())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"crs\":null",
                "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}}",
                "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4490\"}}",
                "\"crs\":{\"type\":\"EPSG\",\"properties\":{\"code\":4326}}",
                "\"bbox\":[1,2,3,4]",
                "\"name\":\"a\",\"name\":\"b\""
            })
    void readsOtherMembersOver(String member) {
        String feature = feature("东加油站", 0, "一路1号", "徐汇区");

        assertThat(file("{" + member + ",\"features\":[" + feature + "]," + member + "}")
                        .broken())
                .isNull();
    }

    @Test
    void refusesAFeatureInWhichAMemberStandsTwiceAndGoesOn() {
        String feature = feature("东加油站", 0, "一路1号", "徐汇区");

        StationFile file = read(
                feature.replace("\"name\"", "\"name\":\"西加油站\",\"name\""),
                feature.replace("\"type\":\"Point\"", "\"type\":\"Point\",\"type\":\"Point\""),
                feature.replace("\"type\":\"Feature\"", "\"type\":\"Feature\",\"type\":{\"a\":[{}]}"),
                feature("南加油站", 900, "一路1号", "徐汇区"));

        assertThat(file.broken()).isNull();
        assertThat(file.stations()).extracting(it -> it.place().name()).containsExactly("南加油站");
        assertThat(tally.report(0).counts()).containsOnly(Map.entry("unreadable-value", 3L));
    }

    @Test
    void losesOnlyTheFeatureWhoseCoordinateIsNoNumber() {
        String feature = feature("东加油站", 0, "一路1号", "徐汇区");

        StationFile file = read(
                feature.replace("[121,", "[NaN,"),
                feature.replace("[121,", "[-Infinity,"),
                feature.replace("\"一路1号\"", "NaN"));

        assertThat(file.stations()).hasSize(1);
        assertThat(tally.report(0).counts()).containsOnly(Map.entry("wrong-coordinates", 2L));
    }

    @Test
    void numbersTheFeaturesOfAFileInOneLine() {
        StationFile file =
                file("{\"features\":[" + String.join(",", feature("东加油站", 0, "一路1号", "徐汇区"), "17", "18", "{") + "]}");

        assertThat(tally.report(0).refused()).extracting(Refused::feature).containsExactly(2L, 3L);
        assertThat(broken(file).reason().toString()).endsWith("(feature 4)");
    }

    @Test
    void saysWhenAFileIsInAnotherEncoding() {
        byte[] file = ("{\"features\":[" + feature("中国石化(康健加油站)", 0, "一路1号", "徐汇区") + "]}")
                .getBytes(Charset.forName("GB18030"));

        StationFile read =
                StationFile.read(new FeatureReader(new ByteArrayInputStream(file)), new StationNames(), tally, READING);

        assertThat(broken(read).reason().toString()).isEqualTo("not UTF-8 (feature 1)");
    }

    /** Whatever is read at once. */
    @Test
    void importsWhatStandsBeforeTheFirstByteThatIsNoUtf8() {
        String[] features = new String[200];
        for (int n = 0; n < features.length; n++) {
            features[n] = feature("第" + n + "加油站", 900 * n, "一路1号", "徐汇区");
        }
        byte[] file = ("\uFEFF{\"features\":[" + String.join(",\n", features) + "]}").getBytes(StandardCharsets.UTF_8);
        for (int n = file.length - 1; file[n] != 'F'; n--) {
            file[n] = (byte) 0xFF;
        }

        StationFile read =
                StationFile.read(new FeatureReader(new ByteArrayInputStream(file)), new StationNames(), tally, READING);

        assertThat(read.stations()).hasSize(199);
        assertThat(broken(read).reason().toString()).isEqualTo("not UTF-8 (feature 200)");
        assertThat(broken(read).line()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u202e", "\\u200f", "\\u2066"})
    void refusesNamesThatTurnTheDirectionOfWriting(String mark) {
        read(feature("东加油站" + mark, 0, "一路1号", "徐汇区"), feature("西加油站", 900, mark + "1号", "徐汇区"));

        assertThat(tally.report(0).counts()).containsOnly(Map.entry("unreadable-value", 2L));
    }

    @Test
    void refusesAFeatureThatIsLongerThanAnyPlaceAndGoesOn() {
        String feature = feature("东加油站", 0, "一路1号", "徐汇区");
        String much = "{\"\":{\"\":[1,\"two\",{}]}},".repeat(FeatureReader.LONGEST / 20);

        StationFile file = read(
                feature.replace("\"name\"", "\"all\":[" + much + "0],\"name\""),
                feature.replace("\"name\"", "\"all\":\"" + "long".repeat(FeatureReader.LONGEST) + "\",\"name\""),
                "[" + much + "0]",
                feature("南加油站", 900, "一路1号", "徐汇区"));

        assertThat(file.broken()).isNull();
        assertThat(file.stations()).extracting(it -> it.place().name()).containsExactly("南加油站");
        assertThat(tally.report(0).refused())
                .extracting(Refused::code)
                .containsExactly("unreadable-line", "unreadable-line", "not-a-feature");
    }

    @Test
    void isBrokenWhereATextThatIsReadIsLongerThanAnyPlace() {
        String feature = feature("东加油站", 0, "一路1号", "徐汇区");

        StationFile file = read(feature, feature.replace("东加油站", "a".repeat(FeatureReader.LONGEST + 1)), feature);

        assertThat(file.features()).isEqualTo(1);
        assertThat(broken(file).line()).isEqualTo(3);
    }

    /** A file may have as many members as it has bytes, and nobody asked for them. */
    @Test
    void readsOfAFeatureOnlyWhatStationsAreMadeOf() {
        FeatureReader features = collection(
                "{\"a\":{\"name\":1},\"id\":{\"b\":2},\"geometry\":{\"bbox\":[1],\"coordinates\":[121,31,[9],{\"c\":3}]},"
                        + "\"properties\":{\"d\":[{}],\"name\":[4,5],\"address\":\"e\"}}");

        assertThat(Objects.requireNonNull(features.next()).json().toString())
                .isEqualTo("{\"id\":{},\"geometry\":{\"coordinates\":[121,31]},"
                        + "\"properties\":{\"name\":[],\"address\":\"e\"}}");
    }

    @Test
    void readsAFeatureInWhichAMemberStandsTwiceThatNobodyReads() {
        String feature = feature("东加油站", 0, "一路1号", "徐汇区");

        assertThat(read(feature.replace("\"name\"", "\"a\":1,\"a\":2,\"name\"")).stations())
                .hasSize(1);
    }

    @Test
    void refusesTheFileThatHasMoreStationsThanThereIsMemoryFor() {
        String[] features = {
            feature("东加油站", 0, "一路1号", "徐汇区"),
            feature("西充电站", 900, "一路1号", "徐汇区"),
            feature("南加油站", 1800, "一路1号", "徐汇区"),
            feature("北加油站", 2700, "一路1号", "徐汇区")
        };

        assertThat(StationFile.read(collection(features), new StationNames(), tally, reading(3))
                        .stations())
                .hasSize(3);
        ProblemException refusal = catchThrowableOfType(
                ProblemException.class,
                () -> StationFile.read(collection(features), new StationNames(), tally, reading(2)));
        assertThat(refusal.problem()).isEqualTo(Problem.BODY_TOO_LARGE);
        assertThat(refusal.detail().toString())
                .isEqualTo(
                        "stations has more than the 2 lines that an import may keep in memory (jiayou.bounds.import-lines)");
    }

    @Test
    void readsNoFurtherWhenTheSendersRightHasEnded() {
        FeatureReader features = collection(feature("东加油站", 0, "一路1号", "徐汇区"), "17", "18", "19");
        Reading ended = new Reading(
                () -> {
                    if (tally.lines() == 2) {
                        throw new ProblemException(Problem.UNAUTHENTICATED, null, "");
                    }
                },
                1_000,
                () -> {});

        assertThatThrownBy(() -> StationFile.read(features, new StationNames(), tally, ended))
                .isInstanceOf(ProblemException.class);

        assertThat(tally.lines()).isEqualTo(2);
    }

    @Test
    void readsNoFurtherInOneFeatureEitherWhenTheSendersRightHasEnded() {
        AtomicInteger reads = new AtomicInteger();
        Reading ended = new Reading(
                () -> {
                    if (reads.incrementAndGet() == 3) {
                        throw new ProblemException(Problem.UNAUTHENTICATED, null, "it has ended");
                    }
                },
                1_000,
                () -> {});
        byte[] file = ("{\"features\":[{\"a\":[" + "1,".repeat(100_000)).getBytes(StandardCharsets.UTF_8);

        try (FeatureReader features = new FeatureReader(ended.guarding(new ByteArrayInputStream(file)))) {
            assertThatThrownBy(features::next).isInstanceOf(ProblemException.class);
        }
        assertThat(reads).hasValue(3);
    }

    private static Reading reading(long mostKept) {
        return new Reading(() -> {}, mostKept, () -> {});
    }

    private static List<String> told(List<String> features) {
        return StationFile.read(
                        collection(features.toArray(String[]::new)),
                        new StationNames(),
                        new Tally(Locale.ENGLISH),
                        READING)
                .stations()
                .stream()
                .map(it -> it.place().name() + it.place().address() + it.place().location())
                .sorted()
                .toList();
    }

    private static BrokenFile broken(StationFile file) {
        return Objects.requireNonNull(file.broken());
    }

    private StationFile file(String json) {
        return StationFile.read(reader(json), new StationNames(), tally, READING);
    }

    private static String withId(String id, String feature) {
        return feature.replaceFirst("\\{", "{\"id\":" + id + ",");
    }

    private List<Merged> merged() {
        Report report = tally.report(0);
        return report.merged();
    }

    private StationFile read(String... features) {
        return StationFile.read(collection(features), new StationNames(), tally, READING);
    }

    private static FeatureReader collection(String... features) {
        return reader("{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}");
    }

    private static FeatureReader reader(String json) {
        return new FeatureReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String feature(String name, double metresNorth, String address, String district) {
        return """
            {"type":"Feature","geometry":{"type":"Point","coordinates":[121,%s]},"properties":{"name":"%s","address":"%s","district":"%s"}}\
            """.formatted(31 + metresNorth * METRE_OF_LATITUDE, name, address, district);
    }
}
