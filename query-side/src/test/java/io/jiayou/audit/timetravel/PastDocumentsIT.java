package io.jiayou.audit.timetravel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.driver.events.VehicleRemoved;
import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.feedback.events.FeedbackCategory;
import io.jiayou.feedback.events.FeedbackChannel;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackPriority;
import io.jiayou.feedback.events.FeedbackResolved;
import io.jiayou.order.events.FuelDispensed;
import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderCompleted;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.PaymentConfirmed;
import io.jiayou.order.events.Preset;
import io.jiayou.station.events.PriceSet;
import io.jiayou.station.events.PumpSet;
import io.jiayou.station.events.StationClosed;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.testing.Api;
import io.jiayou.testing.QuerySideTest;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@QuerySideTest
class PastDocumentsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UnitPrice PRICE = new UnitPrice(8_000, "CNY");

    @Autowired
    private Api api;

    private static Money yuan(long yuan) {
        return new Money(yuan * 100, "CNY");
    }

    private static Object[] orderEvents(String id) {
        return new Object[] {
            new OrderPlaced(
                    id,
                    "d",
                    "s",
                    3,
                    "95#",
                    Preset.byAmount(20_000),
                    new LockedPrice(PRICE, NOON, false),
                    yuan(200),
                    null,
                    NOON),
            new PaymentConfirmed(id, yuan(200), "wechat-pay", "42", NOON),
            new FuelDispensed(id, 25_000, yuan(200), NOON),
            new OrderCompleted(id, "d", "s", 3, "95#", 25_000, yuan(200), NOON)
        };
    }

    private static long position(Api.Answer answer) {
        return answer.response().headers().firstValueAsLong("Jiayou-Position").orElse(-1);
    }

    /** What is answered now; the first to ask may come while the read models are still being filled. */
    private JsonNode live(String path) {
        return await().atMost(PATIENCE)
                .until(() -> api.get(path), answer -> answer.status() == 200)
                .body();
    }

    /** Each live answer comes again when the past is asked for. */
    private void comesAgain(String path, String parameters, String id, Object... events) {
        api.record("before-" + id, registered("before-" + id));
        List<JsonNode> live = new ArrayList<>();
        for (Object event : events) {
            api.record(id, event);
            live.add(live(path + "?" + parameters));
        }
        for (JsonNode then : live) {
            Api.Answer past = api.plain(path + "?" + parameters + "&asOf=" + then.get("position"));

            assertThat(past.status()).isEqualTo(200);
            assertThat(past.body()).isEqualTo(then);
            assertThat(position(past)).isEqualTo(then.get("position").asLong());
        }
        assertThat(api.plain(path + "?asOf=" + (live.getFirst().get("position").asLong() - 1))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void everyStateOfAnOrderComesAgain() {
        comesAgain("/api/orders/past-o1", "", "past-o1", orderEvents("past-o1"));
    }

    @Test
    void everyStateOfADriverComesAgain() {
        comesAgain(
                "/api/drivers/past-d1",
                "",
                "past-d1",
                new DriverRegistered("past-d1", "Li", "+8613800000001", null, null, NOON),
                new VehicleAdded("past-d1", "沪A12345", NOON),
                new DriverProfileChanged("past-d1", "Li Na", "+8613800000002", NOON),
                new VehicleRemoved("past-d1", "沪A12345", null, NOON));
    }

    @Test
    void everyStateOfAPieceOfFeedbackComesAgain() {
        comesAgain(
                "/api/feedback/past-f1",
                "",
                "past-f1",
                new FeedbackFiled(
                        "past-f1",
                        "d",
                        null,
                        FeedbackCategory.CHARGED_WITHOUT_FUEL,
                        "text",
                        1,
                        FeedbackChannel.MINI_PROGRAM,
                        null,
                        FeedbackPriority.PAID_WITHOUT_FUEL,
                        NOON),
                new FeedbackAnswered("past-f1", null, "reply", null, NOON),
                new FeedbackResolved("past-f1", null, "outcome", null, NOON));
    }

    private static StationRegistered registered(String id) {
        return new StationRegistered(
                id, new StationDescription("Name", null, null, null, null, null, "Asia/Shanghai"), NOON);
    }

    @Test
    void everyStateOfAStationComesAgain() {
        String later = "at=2026-03-02T00:00:00Z&knownAt=2026-03-01T00:00:00Z";
        comesAgain(
                "/api/stations/past-s1",
                later,
                "past-s1",
                registered("past-s1"),
                new PumpSet("past-s1", 1, List.of("95#"), true, NOON),
                new PriceSet("past-s1", "95#", PRICE, NOON, NOON),
                new StationClosed("past-s1", "repairs", NOON));
    }

    @Test
    void aStationsPricesAreThoseOfThatMoment() {
        api.recordAt(NOON, "past-s2", registered("past-s2"));
        api.recordAt(NOON, "past-s2", new PriceSet("past-s2", "95#", PRICE, NOON, NOON));
        UnitPrice next = new UnitPrice(9_000, "CNY");
        Instant evening = NOON.plusSeconds(21_600);
        api.recordAt(NOON.plusSeconds(60), "past-s2", new PriceSet("past-s2", "95#", next, evening, NOON));
        String path = "/api/stations/past-s2?asOf=";

        JsonNode before = api.plain(path + "2026-03-01T12:00:30Z").body().at("/prices/0");
        assertThat(before.at("/current/unitPrice/thousandths").asLong()).isEqualTo(8_000);
        assertThat(before.at("/upcoming").size()).isZero();
        JsonNode after = api.plain(path + "2026-03-01T12:02:00Z").body().at("/prices/0");
        assertThat(after.at("/current/unitPrice/thousandths").asLong()).isEqualTo(8_000);
        assertThat(after.at("/upcoming").size()).isEqualTo(1);
        JsonNode night = api.plain(path + "2026-03-01T12:02:00Z&at=2026-03-01T22:00:00Z")
                .body()
                .at("/prices/0");
        assertThat(night.at("/current/unitPrice/thousandths").asLong()).isEqualTo(9_000);

        Api.Answer refused = api.plain(path + "2026-03-01T12:02:00Z&knownAt=2026-03-01T12:02:01Z");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("field").asString()).isEqualTo("knownAt");
    }

    @Test
    void anInstantShowsWhatWasKnownThen() {
        Object[] events = orderEvents("past-o2");
        for (int i = 0; i < events.length; i++) {
            api.recordAt(NOON.plusSeconds(10L * i), "past-o2", events[i]);
        }

        assertThat(api.plain("/api/orders/past-o2?asOf=2026-03-01T20:00:10%2B08:00")
                        .body()
                        .get("status")
                        .asString())
                .isEqualTo("PAID");
        Api.Answer before = api.plain("/api/orders/past-o2?asOf=2026-03-01T11:59:59.999Z");
        assertThat(before.status()).isEqualTo(404);
        assertThat(before.body().get("code").asString()).isEqualTo("order-unknown");
        assertThat(before.response().headers().firstValue("Jiayou-Position")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1000000000", "2999-01-01T00:00:00Z", "yesterday", "", "1e3"})
    void refusesMomentsThatAreNoneOrHaveNotCome(String asOf) {
        for (String path : List.of("orders", "drivers", "stations", "feedback")) {
            Api.Answer answer = api.plain("/api/" + path + "/x?asOf=" + asOf);

            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.body().get("code").asString()).isEqualTo("invalid-field");
            assertThat(answer.body().get("field").asString()).isEqualTo("asOf");
        }
    }

    @Test
    void tellsWhatChangedAndByWhichEvents() {
        api.record("past-o3", orderEvents("past-o3"));
        long last = live("/api/orders/past-o3").get("position").asLong();

        Api.Answer answer = api.plain("/api/orders/past-o3/changes?from=%d&to=%d".formatted(last - 3, last - 1));

        JsonNode changes = answer.body();
        assertThat(position(answer)).isEqualTo(last - 1);
        assertThat(changes.get("fromPosition").asLong()).isEqualTo(last - 3);
        assertThat(changes.get("toPosition").asLong()).isEqualTo(last - 1);
        assertThat(changes.get("events").valueStream().map(event -> event.get("type")
                        .asString()))
                .containsExactly("order.payment-confirmed", "order.fuel-dispensed");
        assertThat(changes.at("/events/0/actor").asString()).isEqualTo("0197a3c5-0000-7000-8000-00000000d001");
        assertThat(changes.at("/events/0/position").asLong()).isEqualTo(last - 2);
        JsonNode status = changes.get("changes")
                .valueStream()
                .filter(one -> one.get("pointer").asString().equals("/status"))
                .findFirst()
                .orElseThrow();
        assertThat(status.get("after").asString())
                .isNotEqualTo(status.get("before").asString());
        assertThat(changes.get("changes").valueStream().map(one -> one.get("pointer")
                        .asString()))
                .contains("/payment/state", "/dispense/volumeMl", "/timeline/1", "/timeline/2")
                .doesNotContain("/orderId", "/timeline/0");
    }

    @Test
    void aDocumentThatComesToBeHasEverythingAdded() {
        api.record("past-o4", orderEvents("past-o4"));
        long last = live("/api/orders/past-o4").get("position").asLong();

        JsonNode changes =
                api.plain("/api/orders/past-o4/changes?from=" + (last - 4)).body();

        assertThat(changes.has("fromPosition")).isFalse();
        assertThat(changes.get("toPosition").asLong()).isEqualTo(last);
        assertThat(changes.get("events").size()).isEqualTo(4);
        assertThat(changes.get("changes").valueStream()).noneMatch(one -> one.has("before"));
    }

    @Test
    void refusesMomentsInTheWrongOrderAndDocumentsThatAreNotThere() {
        api.record("past-o5", orderEvents("past-o5"));
        long last = live("/api/orders/past-o5").get("position").asLong();
        String path = "/api/orders/past-o5/changes";

        Api.Answer backwards = api.plain(path + "?from=%d&to=%d".formatted(last, last - 1));
        assertThat(backwards.status()).isEqualTo(400);
        assertThat(backwards.body().get("field").asString()).isEqualTo("from");
        Api.Answer missing = api.plain(path);
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.body().get("code").asString()).isEqualTo("missing-field");
        Api.Answer beyond = api.plain(path + "?from=0&to=1000000000");
        assertThat(beyond.body().get("field").asString()).isEqualTo("to");
        assertThat(api.plain("/api/orders/nothing/changes?from=0").status()).isEqualTo(404);
    }
}
