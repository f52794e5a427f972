package io.jiayou.imports.stations;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.command.Lookup;
import io.jiayou.ids.Ids;
import io.jiayou.imports.ImportAnswer;
import io.jiayou.imports.ImportClient;
import io.jiayou.imports.ImportServer;
import io.jiayou.imports.Positions;
import io.jiayou.imports.PublicData;
import io.jiayou.station.Station;
import io.jiayou.station.describestation.DescribeStation;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationEvent;
import io.jiayou.station.registerstation.RegisterStation;
import io.jiayou.values.GeoPoint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@ImportServer
class StationImportIT {

    private static final String FEATURE = """
            {"type":"Feature","geometry":{"type":"Point","coordinates":[%s]},"properties":{"name":"%s","address":"%s","district":"%s"}}""";

    private final EventStore events;
    private final CommandGateway commands;
    private final Lookup<Station, StationEvent> stations;
    private ImportClient client = new ImportClient(0);

    @Autowired
    StationImportIT(EventStore events, CommandGateway commands, Lookup<Station, StationEvent> stations) {
        this.events = events;
        this.commands = commands;
        this.stations = stations;
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        client = new ImportClient(port);
    }

    @Test
    void importsTheStationsOfShanghaiOnce() throws Exception {
        byte[] file = PublicData.read("shanghai-stations.geojson");

        ImportAnswer first = client.stations("", file);
        long head = head();
        ImportAnswer second = client.stations("", file);
        ImportAnswer reversed = client.stations("", reversed(file));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.contentType()).startsWith("application/x-ndjson");
        assertThat(first.number("lines")).isEqualTo(1603);
        assertThat(first.number("accepted")).isEqualTo(400);
        assertThat(first.count("not-a-fuel-station")).isEqualTo(1200);
        assertThat(first.report().get("merged")).hasSize(3);
        assertThat(first.report().get("merged").get(2).get("line").asLong()).isEqualTo(604);
        assertThat(first.report().get("merged").get(2).get("into").asLong()).isEqualTo(35);
        assertThat(first.number("version")).isEqualTo(head);
        assertThat(second.number("accepted")).isZero();
        assertThat(second.number("alreadyThere")).isEqualTo(400);
        assertThat(reversed.number("alreadyThere")).isEqualTo(400);
        assertThat(head()).isEqualTo(head);
    }

    @Test
    void acceptsStrictlyWhatHasNoFaults() throws Exception {
        ImportAnswer answer = client.stations(
                "?strict=true", collection(feature("121.1,31.1", "中国石化(严格加油站)"), feature("121.1,31.2", "严格充电站")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.number("accepted")).isEqualTo(1);
        assertThat(answer.refused()).containsExactly("3 not-a-fuel-station");
    }

    @Test
    void refusesFaultyFeaturesByTheirLinesAndImportsTheOthers() throws Exception {
        byte[] file = faulty();

        ImportAnswer answer = client.stations("", file);

        assertThat(answer.refused())
                .containsExactly(
                        "2 wrong-coordinates",
                        "3 wrong-coordinates",
                        "4 name-missing",
                        "5 not-a-point",
                        "6 not-a-feature",
                        "7 text-too-long",
                        "8 not-a-feature",
                        "9 wrong-coordinates");
        assertThat(answer.number("accepted")).isEqualTo(1);
        assertThat(answer.report().get("refused").get(0).get("reason").asString())
                .isEqualTo("The coordinates are missing or impossible");
    }

    @Test
    void importsNothingStrictlyIfAnyFeatureIsAtFault() throws Exception {
        long before = head();

        ImportAnswer answer = client.stations("?strict=true", faulty());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.problem().get("code").asString()).isEqualTo("import-refused");
        assertThat(answer.refused()).hasSize(8).contains("4 name-missing");
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void importsWhatStandsBeforeTheBreakOfAFile() throws Exception {
        byte[] whole = collection(
                feature("121.2,31.1", "中国石化(断一加油站)"),
                feature("121.2,31.2", "中国石化(断二加油站)"),
                feature("121.2,31.3", "中国石化(断三加油站)"));
        byte[] cut = Arrays.copyOf(whole, whole.length - 100);

        ImportAnswer answer = client.stations("", cut);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.number("accepted")).isEqualTo(2);
        assertThat(answer.problem().get("code").asString()).isEqualTo("malformed-body");
        assertThat(answer.problem().get("file").asString()).isEqualTo("stations");
        assertThat(answer.problem().get("line").asLong()).isEqualTo(4);
        assertThat(answer.problem().get("reason").asString()).isNotBlank();
    }

    @Test
    void importsNothingStrictlyOfABrokenFile() throws Exception {
        byte[] whole = collection(feature("121.3,31.1", "中国石化(严断加油站)"), feature("121.3,31.2", "严断充电站"));
        long before = head();

        ImportAnswer answer = client.stations("?strict=true", Arrays.copyOf(whole, whole.length - 100));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem().get("line").asLong()).isEqualTo(3);
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void refusesWhatIsNoFeatureCollection() throws Exception {
        for (String body :
                List.of("", "   ", "[]", "{}", "{\"type\":\"Feature\"}", "name,brand\na,b\n", "null", "\"x\"")) {
            ImportAnswer answer = client.stations("", body.getBytes(StandardCharsets.UTF_8));

            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.problem().get("file").asString()).isEqualTo("stations");
            assertThat(answer.problem().get("line").asLong()).isPositive();
        }
    }

    @Test
    void refusesAFileInAnotherEncoding() throws Exception {
        byte[] file = collection(feature("121.4,31.1", "中国石化(编码加油站)"));

        ImportAnswer answer = client.stations("", new String(file, StandardCharsets.UTF_8).getBytes("GB18030"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem().get("line").asLong()).isEqualTo(2);
    }

    @Test
    void refusesAZoneThatDoesNotExistAndAMediaTypeThatIsNoJson() throws Exception {
        byte[] file = collection(feature("121.4,31.2", "中国石化(时区加油站)"));

        assertThat(client.stations("?zone=Asia/Nowhere", file)
                        .problem()
                        .get("field")
                        .asString())
                .isEqualTo("zone");
        assertThat(client.send("/api/imports/stations", "text/csv", file).status())
                .isEqualTo(415);
    }

    @Test
    void describesAStationAnewWhoseAddressChangedAndKeepsItsOpeningHours() throws Exception {
        client.stations("", collection(feature("121.5,31.1", "中国石油(改址加油站)", "老路1号")));
        String id = Ids.derived("geojson-station", "cell|7775|64537|0|中国石油|改址");
        StationDescription before = description(id);
        commands.sendAndWait(new DescribeStation(
                id,
                new StationDescription(
                        before.name(),
                        before.brand(),
                        before.address(),
                        before.district(),
                        before.location(),
                        "24/7",
                        before.zone()),
                Instant.now()));

        ImportAnswer answer = client.stations("", collection(feature("121.5,31.1001", "中国石油(改址加油站)", "新路2号")));

        assertThat(answer.number("accepted")).isEqualTo(1);
        assertThat(description(id).address()).isEqualTo("新路2号");
        assertThat(description(id).openingHours()).isEqualTo("24/7");
        assertThat(description(id).name()).isEqualTo("改址加油站");
        assertThat(description(id).brand()).isEqualTo("中国石油");
        assertThat(description(id).zone()).isEqualTo("Asia/Shanghai");
    }

    @Test
    void importsAStationAgainUnderTheKeyItHadBefore() throws Exception {
        String id = Ids.derived("geojson-station", "中国石油|老键|徐汇区");
        commands.sendAndWait(new RegisterStation(
                id,
                new StationDescription(
                        "老键加油站", "中国石油", "老路1号", "徐汇区", new GeoPoint(31.7, 121.7), null, "Asia/Shanghai"),
                Instant.now()));

        ImportAnswer answer = client.stations(
                "",
                collection(
                        feature("121.7,31.9", "中国石油(老键加油站)", "新路2号"), feature("121.7,31.7001", "中国石油(老键加油站)", "新路2号")));

        assertThat(answer.number("accepted")).isEqualTo(2);
        assertThat(description(id).address()).isEqualTo("新路2号");
        assertThat(description(id).location()).isEqualTo(new GeoPoint(31.7001, 121.7));
    }

    @Test
    void saysWhichIdsArentTheirOwnAndRefusesThemStrictly() throws Exception {
        byte[] file = collection(
                feature("121.8,31.1", "中国石化(同号东加油站)").replaceFirst("\\{", "{\"id\":\"\","),
                feature("121.8,31.2", "中国石化(同号西加油站)").replaceFirst("\\{", "{\"id\":\"\","));

        ImportAnswer strict = client.stations("?strict=true", file);
        ImportAnswer answer = client.stations("", file);

        assertThat(strict.status()).isEqualTo(400);
        assertThat(answer.number("accepted")).isEqualTo(2);
        assertThat(answer.report().get("remarks").get(1).get("code").asString()).isEqualTo("id-not-own");
        assertThat(answer.report().get("remarks").get(1).get("feature").asLong())
                .isEqualTo(2);
    }

    @Test
    void importsTheFirstOfTwoCollectionsAndSaysThatTheFileGoesOn() throws Exception {
        byte[] one = collection(feature("121.9,31.1", "中国石化(双份加油站)"));
        byte[] both = new String(one, StandardCharsets.UTF_8).repeat(2).getBytes(StandardCharsets.UTF_8);

        ImportAnswer answer = client.stations("", both);

        assertThat(answer.number("accepted")).isEqualTo(1);
        assertThat(answer.problem().get("code").asString()).isEqualTo("malformed-body");
        assertThat(answer.problem().get("line").asLong()).isEqualTo(4);
    }

    @Test
    void takesTheMediaTypeOfBeforeTheStandard() throws Exception {
        byte[] file = collection(feature("121.9,31.5", "中国石化(旧型加油站)"));

        assertThat(client.send("/api/imports/stations", "application/vnd.geo+json", file)
                        .status())
                .isEqualTo(200);
    }

    private static byte[] faulty() {
        return collection(
                feature("181,31.1", "中国石化(远加油站)"),
                feature("\"121\",31.1", "中国石化(字加油站)"),
                feature("121.6,31.1", "  "),
                feature("121.6,31.2", "中国石化(线加油站)").replace("Point", "LineString"),
                "17",
                feature("121.6,31.3", "长".repeat(200) + "加油站"),
                "null",
                feature("0,0", "中国石化(零加油站)"),
                feature("121.6,31.4", "中国石化(好加油站)"));
    }

    private static byte[] reversed(byte[] file) {
        List<String> features = new ArrayList<>();
        new JsonMapper().readTree(file).get("features").forEach(it -> features.addFirst(it.toString()));
        return collection(features.toArray(String[]::new));
    }

    private StationDescription description(String id) {
        return Objects.requireNonNull(stations.find(id).orElseThrow().description());
    }

    private long head() {
        return Positions.head(events);
    }

    private static String feature(String coordinates, String name) {
        return feature(coordinates, name, "测试路1号");
    }

    private static String feature(String coordinates, String name, String address) {
        return FEATURE.formatted(coordinates, name, address, "徐汇区");
    }

    private static byte[] collection(String... features) {
        return ("{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
