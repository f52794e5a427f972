package io.jiayou.trials.server;

import io.jiayou.ids.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** What drivers and stations do during a trial, over HTTP. */
public final class Scripts {

    private static final int STATIONS = 10;
    private static final int DRIVERS = 40;
    private static final String GRADE = "95#";
    private static final String GRADE_IN_PATHS = "95%23";
    private static final String CURRENCY = "CNY";
    private static final long PAID = 20_000;
    /** So little that it's paid for however often the price has risen. */
    private static final long DISPENSED_ML = 2_000;

    private static final long FIRST_PRICE = 7_000;

    private final AtomicLong lastPrice = new AtomicLong(FIRST_PRICE);
    private final List<String> stations = ids(STATIONS);
    private final List<String> drivers = ids(DRIVERS);

    private static List<String> ids(int count) {
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            ids.add(Ids.timeOrdered());
        }
        return ids;
    }

    /** What has to be there before anybody orders. */
    public List<Step> opening() {
        List<Step> steps = new ArrayList<>();
        for (String station : stations) {
            String path = "/api/stations/" + station;
            steps.add(Step.repeatable(
                    "POST", "/api/stations", Map.of("stationId", station, "name", "Station " + station), path));
            steps.add(Step.repeatable("PUT", path + "/pumps/1", Map.of("grades", List.of(GRADE)), path));
            steps.add(price(station));
        }
        for (int n = 0; n < DRIVERS; n++) {
            String driver = drivers.get(n);
            steps.add(Step.repeatable(
                    "POST",
                    "/api/drivers",
                    Map.of("driverId", driver, "name", "Driver " + n, "phone", "138%08d".formatted(n)),
                    "/api/drivers/" + driver));
        }
        return steps;
    }

    /** Their ids. */
    public Set<String> drivers() {
        return Set.copyOf(drivers);
    }

    /** An order to its end, a cancelled one, or a station's new price. */
    public List<Step> next(RandomGenerator random) {
        return switch (random.nextInt(12)) {
            case 0 -> List.of(price(any(stations, random)));
            case 1, 2 -> cancelledOrder(random);
            case 3 -> orderWithFeedback(random);
            default -> fuelledOrder(Ids.timeOrdered(), any(drivers, random), random);
        };
    }

    /** Every price is another one, so that each can be found again. */
    private Step price(String station) {
        long price = lastPrice.incrementAndGet();
        return Step.once(
                "PUT",
                "/api/stations/" + station + "/prices/" + GRADE_IN_PATHS,
                Map.of("unitPrice", price, "currency", CURRENCY),
                "/api/stations/" + station,
                "price " + price);
    }

    /** A new order and nothing more. */
    public Step anyOrder(RandomGenerator random) {
        return placing(Ids.timeOrdered(), any(drivers, random), random);
    }

    private List<Step> fuelledOrder(String order, String driver, RandomGenerator random) {
        String path = "/api/orders/" + order;
        return List.of(
                placing(order, driver, random),
                payment(order),
                Step.repeatable(
                        "POST",
                        path + "/dispense",
                        Map.of("volumeMl", DISPENSED_ML),
                        path,
                        "order.fuel-dispensed",
                        "order.refund-required"),
                Step.repeatable("POST", path + "/completion", Map.of(), path, "order.completed"));
    }

    private List<Step> cancelledOrder(RandomGenerator random) {
        String order = Ids.timeOrdered();
        String path = "/api/orders/" + order;
        return List.of(
                placing(order, any(drivers, random), random),
                payment(order),
                Step.repeatable(
                        "POST", path + "/cancellation", Map.of(), path, "order.cancelled", "order.refund-required"));
    }

    private List<Step> orderWithFeedback(RandomGenerator random) {
        String order = Ids.timeOrdered();
        String driver = any(drivers, random);
        String feedback = Ids.timeOrdered();
        String path = "/api/feedback/" + feedback;
        List<Step> steps = new ArrayList<>(fuelledOrder(order, driver, random));
        steps.add(Step.repeatable(
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
                        "STATION_SERVICE",
                        "text",
                        "the queue was long",
                        "channel",
                        "MINI_PROGRAM"),
                path,
                "feedback.filed"));
        steps.add(Step.once("POST", path + "/replies", Map.of("text", "thank you"), path, "feedback.answered"));
        steps.add(Step.repeatable(
                "POST", path + "/resolution", Map.of("outcome", "a second pump"), path, "feedback.resolved"));
        return steps;
    }

    private Step placing(String order, String driver, RandomGenerator random) {
        return Step.repeatable(
                "POST",
                "/api/orders",
                Map.of(
                        "orderId",
                        order,
                        "driverId",
                        driver,
                        "stationId",
                        any(stations, random),
                        "pump",
                        1,
                        "grade",
                        GRADE,
                        "preset",
                        Map.of("kind", "AMOUNT", "amount", PAID)),
                "/api/orders/" + order,
                "order.placed");
    }

    private static Step payment(String order) {
        return Step.repeatable(
                "POST",
                "/api/orders/" + order + "/payment",
                Map.of("amount", PAID, "currency", CURRENCY, "channel", "wechat-pay", "transactionId", "wx-" + order),
                "/api/orders/" + order,
                "order.payment-confirmed");
    }

    private static String any(List<String> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }
}
