package io.jiayou.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.http.Answer;
import io.jiayou.http.Client;
import io.jiayou.ids.Ids;
import java.util.concurrent.ThreadLocalRandom;

/** What a test needs to have happened, brought about over HTTP; everybody in it is new. */
public final class Business {

    private final Client client;

    public Business(Client client) {
        this.client = client;
    }

    /** A phone number that nobody has. */
    public static String phone() {
        return "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    public static String driverJson(String driverId, String phone) {
        return """
                {"driverId": "%s", "name": "王小明", "phone": "%s"}""".formatted(driverId, phone);
    }

    public static String orderJson(String orderId, String driverId, String stationId) {
        return """
                {"orderId": "%s", "driverId": "%s", "stationId": "%s", "pump": 3, "grade": "95#",
                 "preset": {"kind": "AMOUNT", "amount": 20000}}""".formatted(orderId, driverId, stationId);
    }

    public static String paymentJson(String transactionId) {
        return """
                {"amount": 20000, "currency": "CNY", "channel": "wechat-pay", "transactionId": "%s"}""".formatted(transactionId);
    }

    public String driver() {
        String driverId = Ids.timeOrdered();
        accepted(client.post("/api/drivers", driverJson(driverId, phone())));
        return driverId;
    }

    /** A station that sells 95# at pump 3 for 7.89 yuan per litre. */
    public String station() {
        String stationId = Ids.timeOrdered();
        accepted(client.post("/api/stations", "{\"stationId\": \"" + stationId + "\", \"name\": \"康健加油站\"}"));
        accepted(client.put("/api/stations/" + stationId + "/pumps/3", "{\"grades\": [\"92#\", \"95#\"]}"));
        accepted(client.put(
                "/api/stations/" + stationId + "/prices/95%23",
                "{\"unitPrice\": 7890, \"currency\": \"CNY\", \"holdsFrom\": \"2026-01-01T00:00:00+08:00\"}"));
        return stationId;
    }

    public String placedOrder() {
        String orderId = Ids.timeOrdered();
        accepted(client.post("/api/orders", orderJson(orderId, driver(), station())));
        return orderId;
    }

    public String paidOrder() {
        String orderId = placedOrder();
        accepted(client.post("/api/orders/" + orderId + "/payment", paymentJson("t-" + orderId)));
        return orderId;
    }

    public String dispensedOrder() {
        String orderId = paidOrder();
        accepted(client.post("/api/orders/" + orderId + "/dispense", "{\"volumeMl\": 25340}"));
        return orderId;
    }

    public String feedback() {
        return accepted(client.post("/api/feedback", """
                        {"category": "SUGGESTION", "text": "希望有洗车服务", "channel": "EMAIL"}""")).text("id");
    }

    /** The answer is a receipt. */
    public static Answer accepted(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        assertThat(answer.text("id")).isNotEmpty();
        assertThat(answer.json().path("version").isIntegralNumber()).isTrue();
        return answer;
    }
}
