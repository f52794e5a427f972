package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A day of a driver, a station and a support agent, told by the API alone; each does their own part. Ids are new at each run. */
final class Journey {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FEN = 20_000;

    private final Cast cast;
    private Api own;
    private @Nullable Api payments;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String driver = "driver-" + run;
    private final String station = "station-" + run;
    private final String phone = "139%08d".formatted(Math.floorMod(run.hashCode(), 100_000_000));

    Journey(Cast cast) {
        this.cast = cast;
        this.own = cast.nobody();
    }

    Cast cast() {
        return cast;
    }

    void registersADriverOnce() throws IOException, InterruptedException {
        Api agent = agent();
        long version =
                agent.accepted("POST", "/api/drivers", Map.of("driverId", driver, "name", "王小明", "phone", phone));
        assertThat(agent.refused(409, "POST", "/api/drivers", Map.of("name", "王大明", "phone", phone)))
                .isEqualTo("driver-already-registered");
        Login login = cast.driver(phone);
        assertThat(login.told("driverId")).isEqualTo(driver);
        own = cast.nobody().as(login);
        assertThat(own.read("/api/drivers/" + driver + "?version=" + version)
                        .path("name")
                        .asString(""))
                .isEqualTo("王小明");
        own.accepted("POST", "/api/drivers/" + driver + "/vehicles", Map.of("plate", "沪AD12345"));
    }

    void opensAStationThatIsFoundNearby() throws IOException, InterruptedException {
        headOffice().accepted("POST", "/api/stations", stationBody());
        Api manager = cast.staff("manager", station);
        manager.accepted("PUT", "/api/stations/" + station + "/pumps/1", Map.of("grades", List.of("95#")));
        long version = manager.accepted(
                "PUT", "/api/stations/" + station + "/prices/95%23", Map.of("unitPrice", 7_890, "currency", "CNY"));
        JsonNode nearby = cast.nobody()
                .read("/api/stations?near=31.2,121.4&radius=2000&grade=95%23&sort=price&version=" + version);
        assertThat(nearby.path("items").valueStream().map(it -> it.path("stationId")
                        .asString("")))
                .contains(station);
    }

    private Api agent() throws IOException, InterruptedException {
        return cast.staff("agent", null);
    }

    private Api headOffice() throws IOException, InterruptedException {
        return cast.staff("head-office", null);
    }

    private Api attendant() throws IOException, InterruptedException {
        return cast.staff("attendant", station);
    }

    private Map<String, ?> stationBody() {
        return Map.of(
                "stationId",
                station,
                "name",
                "旅程加油站",
                "location",
                Map.of("latitude", 31.2, "longitude", 121.4),
                "openingHours",
                "24/7");
    }

    void sellsFuelAndOwesTheDifference() throws IOException, InterruptedException {
        JsonNode before = headOffice().read("/api/dashboards/sales?by=day");
        String order = placed("sold");
        pay(order);
        attendant().accepted("POST", "/api/orders/" + order + "/dispense", Map.of("volumeMl", 25_340));
        long version = attendant().accepted("POST", "/api/orders/" + order + "/completion", Map.of());

        JsonNode sold = own.read("/api/orders/" + order + "?version=" + version);
        assertThat(sold.path("status").asString("")).isEqualTo("COMPLETED");
        assertThat(sold.at("/dispense/total/amount").asLong(0)).isEqualTo(19_993);
        assertThat(sold.at("/refund/due/amount").asLong(0)).isEqualTo(7);
        assertThat(sold.path("timeline").valueStream().map(it -> it.path("event")
                        .asString("")))
                .containsExactly(
                        "order.placed",
                        "order.payment-confirmed",
                        "order.fuel-dispensed",
                        "order.refund-required",
                        "order.completed");
        JsonNode after = headOffice().read("/api/dashboards/sales?by=day&version=" + version);
        assertThat(amount(after) - amount(before)).isEqualTo(19_993);
        assertThat(own.refused(409, "POST", "/api/orders/" + order + "/cancellation", Map.of()))
                .isEqualTo("order-already-completed");
    }

    /** Once more what a driver comes for, told by the side that answers. */
    void buysFuel(String name) throws IOException, InterruptedException {
        String order = placed(name);
        pay(order);
        attendant().accepted("POST", "/api/orders/" + order + "/dispense", Map.of("volumeMl", 25_340));
        long version = attendant().accepted("POST", "/api/orders/" + order + "/completion", Map.of());
        assertThat(own.read("/api/orders/" + order + "?version=" + version)
                        .path("status")
                        .asString(""))
                .isEqualTo("COMPLETED");
    }

    private Api payments() throws IOException, InterruptedException {
        Api known = payments == null ? cast.program("payments") : payments;
        payments = known;
        return known;
    }

    private static long amount(JsonNode sales) {
        return sales.path("totals")
                .valueStream()
                .filter(total -> total.path("currency").asString("").equals("CNY"))
                .mapToLong(total -> total.path("amount").asLong(0))
                .sum();
    }

    void showsAnOrderAsItWas() throws IOException, InterruptedException {
        String order = placed("past");
        pay(order);
        long version = attendant().accepted("POST", "/api/orders/" + order + "/dispense", Map.of("volumeMl", 25_340));
        String path = "/api/orders/" + order;
        JsonNode now = own.read(path + "?version=" + version);
        long first = now.at("/timeline/0/position").asLong(-1);

        assertThat(own.read(path + "?asOf=" + now.path("position"))).isEqualTo(now);
        JsonNode then = own.read(path + "?asOf=" + first);
        assertThat(then.path("position").asLong(-1)).isEqualTo(first);
        assertThat(then.path("timeline").size()).isEqualTo(1);
        assertThat(then.at("/payment/state").asString("")).isEqualTo("AWAITED");
        JsonNode changes = own.read(path + "/changes?from=" + first);
        assertThat(changes.path("events").valueStream().map(it -> it.path("type")
                        .asString("")))
                .containsExactly("order.payment-confirmed", "order.fuel-dispensed", "order.refund-required");
    }

    void cancelsAPaidOrderAndOwesAllOfIt() throws IOException, InterruptedException {
        String order = placed("cancelled");
        pay(order);
        long version = own.accepted("POST", "/api/orders/" + order + "/cancellation", Map.of());
        JsonNode cancelled = own.read("/api/orders/" + order + "?version=" + version);
        assertThat(cancelled.path("status").asString("")).isEqualTo("CANCELLED");
        assertThat(cancelled.at("/refund/due/amount").asLong(0)).isEqualTo(FEN);
        assertThat(attendant().refused(409, "POST", "/api/orders/" + order + "/dispense", Map.of("volumeMl", 1)))
                .isEqualTo("order-cancelled");
    }

    void ranksAPaidOrderWithoutFuelFirst() throws IOException, InterruptedException {
        String order = placed("unserved");
        pay(order);
        String feedback = "feedback-" + run;
        long version = own.accepted(
                "POST",
                "/api/feedback",
                Map.of(
                        "feedbackId",
                        feedback,
                        "driverId",
                        driver,
                        "orderId",
                        order,
                        "category",
                        "CHARGED_WITHOUT_FUEL",
                        "text",
                        "没有加到油",
                        "channel",
                        "MINI_PROGRAM"));
        JsonNode queue = agent().read("/api/feedback?limit=100&version=" + version);
        assertThat(queue.at("/items/0/priority").asString("")).isEqualTo("PAID_WITHOUT_FUEL");
        agent().accepted("POST", "/api/feedback/" + feedback + "/replies", Map.of("text", "正在核实"));
        long resolved = agent().accepted("POST", "/api/feedback/" + feedback + "/resolution", Map.of("outcome", "已退款"));
        assertThat(own.read("/api/feedback/" + feedback + "?version=" + resolved)
                        .path("status")
                        .asString(""))
                .isEqualTo("RESOLVED");
    }

    void pagesThroughTheOrdersOfADriver() throws IOException, InterruptedException {
        JsonNode first = own.read("/api/orders?driver=" + driver + "&limit=2");
        String cursor = first.path("nextCursor").asString("");
        JsonNode second = own.read("/api/orders?driver=" + driver + "&limit=2&cursor=" + cursor);
        assertThat(first.path("items").size() + second.path("items").size()).isEqualTo(3);
    }

    void streamsAnOrderLive() throws IOException, InterruptedException {
        assertThat(own.streams("/api/orders/sold-" + run + "/live", "COMPLETED"))
                .isTrue();
    }

    void answersWhatIsUnknownOrMalformedWithProblems() throws IOException, InterruptedException {
        assertThat(agent().refused(404, "POST", "/api/orders/nobody-" + run + "/cancellation", Map.of()))
                .isEqualTo("order-unknown");
        assertThat(own.refused(400, "POST", "/api/orders", Map.of("orderId", "x")))
                .isEqualTo("missing-field");
    }

    void rebuildsEveryReadModelToTheSameHash() throws IOException, InterruptedException {
        int models = cast.operations()
                .operate("/actuator/readmodels/all/rebuild")
                .path("started")
                .size();
        assertThat(models).isPositive();
        Instant deadline = Instant.now().plus(PATIENCE);
        List<JsonNode> rebuilds = rebuilds();
        while (!rebuilds.stream().allMatch(it -> List.of("DONE", "FAILED")
                .contains(it.path("phase").asString("")))) {
            assertThat(Instant.now()).as("rebuilds %s", rebuilds).isBefore(deadline);
            Thread.sleep(100);
            rebuilds = rebuilds();
        }
        assertThat(rebuilds).allSatisfy(it -> {
            assertThat(it.path("phase").asString("")).isEqualTo("DONE");
            assertThat(it.at("/differences/hash")).isEqualTo(it.at("/differences/liveHash"));
        });
    }

    private List<JsonNode> rebuilds() throws IOException, InterruptedException {
        return cast.operations()
                .read("/actuator/readmodels")
                .path("models")
                .valueStream()
                .map(model -> model.path("rebuild"))
                .toList();
    }

    private String placed(String name) throws IOException, InterruptedException {
        String order = name + "-" + run;
        Map<String, ?> body = Map.of(
                "orderId",
                order,
                "driverId",
                driver,
                "stationId",
                station,
                "pump",
                1,
                "grade",
                "95#",
                "preset",
                Map.of("kind", "AMOUNT", "amount", FEN));
        own.accepted("POST", "/api/orders", body);
        own.accepted("POST", "/api/orders", body);
        return order;
    }

    private void pay(String order) throws IOException, InterruptedException {
        payments()
                .accepted(
                        "POST",
                        "/api/orders/" + order + "/payment",
                        Map.of(
                                "amount",
                                FEN,
                                "currency",
                                "CNY",
                                "channel",
                                "wechat-pay",
                                "transactionId",
                                "t-" + order));
    }
}
