package io.jiayou.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.feedback.events.FeedbackCategory;
import io.jiayou.feedback.events.FeedbackChannel;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackPriority;
import io.jiayou.feedback.events.OrderEvidence;
import io.jiayou.order.events.FuelDispensed;
import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderCompleted;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.PaymentConfirmed;
import io.jiayou.order.events.Preset;
import io.jiayou.order.events.RefundReason;
import io.jiayou.order.events.RefundRequired;
import io.jiayou.station.events.PriceSet;
import io.jiayou.station.events.PumpSet;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.testing.Api;
import io.jiayou.testing.QuerySideTest;
import io.jiayou.values.GeoPoint;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The examples in the API's document are what the API really answers. After a wanted change, what is answered now lies
 * in {@code target/examples}. The positions in them need an event store of their own.
 */
@QuerySideTest
@TestPropertySource(properties = "spring.application.name=examples")
@DirtiesContext
@TestInstance(Lifecycle.PER_CLASS)
class AnswerExamplesIT {

    private static final String DRIVER = "0197a3c5-0000-7000-8000-00000000d001";
    private static final String STATION = "0197a3c5-0000-7000-8000-00000000a001";
    private static final String ORDER = "0197a3c5-7f00-7000-8000-000000000001";
    private static final String FEEDBACK = "0197a3c5-0000-7000-8000-00000000f001";
    private static final Instant AT = Instant.parse("2026-03-01T00:30:00Z");
    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("findDriver", "/api/drivers/" + DRIVER),
            Map.entry(
                    "findStation",
                    "/api/stations/" + STATION + "?at=2026-03-01T09:00:00%2B08:00&knownAt=2026-03-01T09:00:00%2B08:00"),
            Map.entry(
                    "findStations", "/api/stations?near=31.2304,121.4737&radius=5000&grade=95%23&sort=price&open=true"),
            Map.entry("findOrder", "/api/orders/" + ORDER),
            Map.entry("listOrders", "/api/orders?driver=" + DRIVER),
            Map.entry("sumSales", "/api/dashboards/sales?from=2026-03-01&to=2026-03-31&by=hour"),
            Map.entry("listFeedback", "/api/feedback?order=" + ORDER),
            Map.entry("findFeedback", "/api/feedback/" + FEEDBACK),
            Map.entry("findDriverChanges", "/api/drivers/" + DRIVER + "/changes?from=4&to=5"),
            Map.entry("findStationChanges", "/api/stations/" + STATION + "/changes?from=0&to=2"),
            Map.entry(
                    "findOrderChanges", "/api/orders/" + ORDER + "/changes?from=6&to=2026-03-01T08:30:09.012%2B08:00"),
            Map.entry("findFeedbackChanges", "/api/feedback/" + FEEDBACK + "/changes?from=8&to=9"));

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Autowired
    private Api api;

    private static Instant after(int seconds) {
        return AT.plusSeconds(seconds);
    }

    private static Money yuan(long yuan) {
        return new Money(yuan * 100, "CNY");
    }

    private void record(int seconds, String aggregateId, Object payload) {
        api.recordAt(after(seconds).plusMillis(12), aggregateId, payload);
    }

    @BeforeAll
    void recordAnOrdersStory() {
        UnitPrice price = new UnitPrice(8_000, "CNY");
        StationDescription description = new StationDescription(
                "人民广场加油站", "中国石化", "上海市黄浦区西藏中路1号", "黄浦区", new GeoPoint(31.2317, 121.4726), "24/7", "Asia/Shanghai");
        record(-900, STATION, new StationRegistered(STATION, description, after(-900)));
        record(-890, STATION, new PumpSet(STATION, 3, List.of("92#", "95#"), true, after(-890)));
        record(-880, STATION, new PriceSet(STATION, "95#", price, after(-880), after(-880)));
        UnitPrice next = new UnitPrice(8_120, "CNY");
        Instant midnight = Instant.parse("2036-03-10T16:00:00Z");
        record(-870, STATION, new PriceSet(STATION, "95#", next, midnight, after(-870)));
        record(-600, DRIVER, new DriverRegistered(DRIVER, "李伟", "+8613800000001", null, null, after(-600)));
        record(-590, DRIVER, new VehicleAdded(DRIVER, "沪AD12345", after(-590)));
        LockedPrice locked = new LockedPrice(price, after(-880), false);
        Preset preset = Preset.byAmount(20_000);
        record(
                0,
                ORDER,
                new OrderPlaced(ORDER, DRIVER, STATION, 3, "95#", preset, locked, yuan(200), "沪AD12345", after(0)));
        record(9, ORDER, new PaymentConfirmed(ORDER, yuan(200), "wechat-pay", "4200001234", after(9)));
        OrderEvidence evidence = new OrderEvidence(yuan(200), 0, null, false);
        record(
                60,
                FEEDBACK,
                new FeedbackFiled(
                        FEEDBACK,
                        DRIVER,
                        ORDER,
                        FeedbackCategory.CHARGED_WITHOUT_FUEL,
                        "付了款，加油机没有出油",
                        1,
                        FeedbackChannel.MINI_PROGRAM,
                        evidence,
                        FeedbackPriority.PAID_WITHOUT_FUEL,
                        after(60)));
        record(90, FEEDBACK, new FeedbackAnswered(FEEDBACK, null, "已通知站点，请稍候", null, after(90)));
        record(180, ORDER, new FuelDispensed(ORDER, 20_000, yuan(160), after(180)));
        record(180, ORDER, new RefundRequired(ORDER, yuan(40), RefundReason.DIFFERENCE, after(180)));
        record(240, ORDER, new OrderCompleted(ORDER, DRIVER, STATION, 3, "95#", 20_000, yuan(160), after(240)));
    }

    @TestFactory
    List<DynamicTest> areWhatTheApiAnswers() {
        return PATHS.entrySet().stream()
                .map(operation -> DynamicTest.dynamicTest(
                        operation.getKey(), () -> compare(operation.getKey(), operation.getValue())))
                .toList();
    }

    private void compare(String operation, String path) throws IOException {
        Api.Answer answer = api.get(path);
        Path actual = Path.of("target", "examples", operation + ".json");
        Files.createDirectories(actual.getParent());
        Files.writeString(actual, JSON.writeValueAsString(answer.body()) + "\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).as("see %s", actual).isEqualTo(example(operation));
    }

    private static @Nullable JsonNode example(String operation) throws IOException {
        try (InputStream file = AnswerExamples.class.getResourceAsStream("examples/" + operation + ".json")) {
            return file == null ? null : JSON.readTree(file);
        }
    }
}
