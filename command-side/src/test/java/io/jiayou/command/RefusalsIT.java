package io.jiayou.command;

import static io.jiayou.command.Business.driverJson;
import static io.jiayou.command.Business.orderJson;
import static io.jiayou.command.Business.paymentJson;
import static io.jiayou.command.Business.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.http.Answer;
import io.jiayou.http.Client;
import io.jiayou.ids.Ids;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every endpoint refuses, and how it says so. */
@OnTheCommandSide
class RefusalsIT {

    private final Client client;
    private final Business business;
    private final EventStore events;

    RefusalsIT(@LocalServerPort int port, @Autowired EventStore events) {
        this.client = new Client(port);
        this.business = new Business(client);
        this.events = events;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PUT | /api/drivers/nobody | `{\"name\":\"a\"}` | driver-unknown",
                "PUT | /api/drivers/nobody/contact | `{\"phone\":\"13800138000\"}` | driver-unknown",
                "POST | /api/drivers/nobody/vehicles | `{\"plate\":\"沪A12345\"}` | driver-unknown",
                "DELETE | /api/drivers/nobody/vehicles/%E6%B2%AAA12345 | `` | driver-unknown",
                "PUT | /api/stations/nowhere | `{\"name\":\"a\"}` | station-unknown",
                "PUT | /api/stations/nowhere/prices/95%23 | `{\"unitPrice\":1,\"currency\":\"CNY\"}` | station-unknown",
                "PUT | /api/stations/nowhere/pumps/1 | `{\"grades\":[\"95#\"]}` | station-unknown",
                "POST | /api/stations/nowhere/closure | `` | station-unknown",
                "POST | /api/stations/nowhere/opening | `` | station-unknown",
                "POST | /api/orders/none/payment |"
                        + " `{\"amount\":1,\"currency\":\"CNY\",\"channel\":\"c\",\"transactionId\":\"t\"}` |"
                        + " order-unknown",
                "POST | /api/orders/none/dispense | `{\"volumeMl\":1}` | order-unknown",
                "POST | /api/orders/none/completion | `` | order-unknown",
                "POST | /api/orders/none/cancellation | `` | order-unknown",
                "POST | /api/feedback/none/replies | `{\"text\":\"a\"}` | feedback-unknown",
                "POST | /api/feedback/none/resolution | `{\"outcome\":\"a\"}` | feedback-unknown",
                "POST | /api/feedback/none/reopening | `{\"reason\":\"a\"}` | feedback-unknown"
            })
    void whatDoesNotExistIsNotFound(String method, String path, String body, String code) {
        Answer answer = client.send(method, path, body == null ? "" : body).isProblem(404, code);

        assertThat(answer.text("detail")).startsWith("none has the id no");
    }

    @Nested
    class ByARule {

        @Test
        void areToldInTheReadersLanguageWithoutPersonalData() {
            String phone = phone();
            client.post("/api/drivers", driverJson(Ids.timeOrdered(), phone));

            Answer answer = client.with("Content-Type", "application/json", "Accept-Language", "zh-CN")
                    .post("/api/drivers", driverJson(Ids.timeOrdered(), phone))
                    .isProblem(409, "driver-already-registered");

            assertThat(answer.text("title")).isEqualTo("车主已注册");
            assertThat(answer.text("detail")).isEqualTo("该手机号属于另一位车主");
            assertThat(answer.body()).doesNotContain(phone);
        }

        @Test
        void leaveNothingInTheHistory() {
            String id = Ids.timeOrdered();
            String phone = phone();
            client.post("/api/drivers", driverJson(Ids.timeOrdered(), phone));

            client.post("/api/drivers", driverJson(id, phone)).isProblem(409, "driver-already-registered");

            assertThat(events.readEvents(id).hasNext()).isFalse();
        }

        @Test
        void nameTheFactThatStandsAgainstAnOrder() {
            String driver = business.driver();
            String station = business.station();
            String order = orderJson(Ids.timeOrdered(), driver, station);

            assertThat(detail(order.replace("95#", "98#"), "grade-not-at-pump"))
                    .isEqualTo("pump 3 dispenses 92# petrol, 95# petrol");
            assertThat(detail(order.replace("95#", "92#"), "no-price-holds"))
                    .isEqualTo("no price holds for 92# petrol at this station");
            assertThat(detail(order.replace("\"pump\": 3", "\"pump\": 4"), "pump-unknown"))
                    .isEqualTo("the station has no pump 4");
            assertThat(detail(order.replace("20000", "99"), "order-too-small"))
                    .isEqualTo("an order is for at least 1 yuan");
            assertThat(detail(order.replace("20000", "1578001"), "order-too-large"))
                    .isEqualTo("an order is for at most 2,000.00 litres");
        }

        private String detail(String order, String code) {
            return client.post("/api/orders", order).isProblem(409, code).text("detail");
        }

        @Test
        void nameTheAmountsThatDiffer() {
            String placed = business.placedOrder();
            String paid = business.paidOrder();

            assertThat(client.post(
                                    "/api/orders/" + placed + "/payment",
                                    paymentJson("t").replace("20000", "19999"))
                            .isProblem(409, "payment-amount-differs")
                            .text("detail"))
                    .isEqualTo("the order is to be paid with 200.00 yuan");
            assertThat(client.post("/api/orders/" + paid + "/dispense", "{\"volumeMl\": 25350}")
                            .isProblem(409, "dispensed-more-than-paid")
                            .text("detail"))
                    .isEqualTo("paid were 200.00 yuan, the metered volume costs 200.01 yuan");
        }

        @Test
        void nameAmountsAsTheReaderSaysThem() {
            Answer answer = client.with("Content-Type", "application/json", "Accept-Language", "zh-CN")
                    .post("/api/orders/" + business.paidOrder() + "/dispense", "{\"volumeMl\": 25350}")
                    .isProblem(409, "dispensed-more-than-paid");

            assertThat(answer.text("detail")).isEqualTo("已付 200.00 元，按计量应付 200.01 元");
            assertThat(answer.header("Content-Language")).isEqualTo("zh-Hans");
        }

        @Test
        void keepOneIdForOneThing() {
            String station = business.station();

            client.post("/api/drivers", driverJson(station, phone())).isProblem(409, "driver-already-registered");
            client.post("/api/orders", orderJson(station, business.driver(), station))
                    .isProblem(409, "order-id-taken");
            client.post("/api/orders/" + station + "/completion", "").isProblem(404, "order-unknown");
            client.post("/api/orders", orderJson(Ids.timeOrdered(), station, station))
                    .isProblem(404, "driver-unknown");
        }
    }

    @Nested
    class BeforeAnyCommand {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/api/orders/%E8%AE%A2%E5%8D%95/completion",
                    "/api/orders/a%20b/completion",
                    "/api/orders/-a/completion",
                    "/api/orders/a%3Cscript%3E/completion",
                    "/api/orders/12345678901234567890123456789012345678901234567890123456789012345/completion"
                })
        void idsOfAnotherFormAreRefused(String path) {
            client.post(path, "").isProblem(400, "invalid-field", "orderId");
        }

        @Test
        void idsOfAnotherFormAreRefusedInBodiesToo() {
            client.post("/api/drivers", driverJson("司机", phone())).isProblem(400, "invalid-field", "driverId");
            client.post("/api/orders", orderJson("..", "d", "s")).isProblem(400, "invalid-field", "orderId");
        }

        @Test
        void platesGradesAndPumpsOfAnotherFormAreRefusedInThePath() {
            client.delete("/api/drivers/d/vehicles/X").isProblem(400, "invalid-field", "plate");
            client.put("/api/stations/s/prices/%E2%9B%BD", "{\"unitPrice\":1,\"currency\":\"CNY\"}")
                    .isProblem(400, "invalid-field", "grade");
            client.put("/api/stations/s/pumps/0", "{\"grades\":[\"95#\"]}").isProblem(400, "invalid-field", "pump");
            client.put("/api/stations/s/pumps/1000", "{\"grades\":[\"95#\"]}").isProblem(400, "invalid-field", "pump");
            client.put("/api/stations/s/pumps/one", "{\"grades\":[\"95#\"]}").isProblem(400, "invalid-field", "pump");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "/api/drivers | `{\"name\":\"a\"}` | missing-field | phone",
                    "/api/drivers | `{\"phone\":\"13800138000\"}` | missing-field | name",
                    "/api/drivers | `{\"name\":\"\u3000\",\"phone\":\"13800138000\"}` | invalid-field | name",
                    "/api/drivers | `{\"name\":\"\u200b\",\"phone\":\"13800138000\"}` | invalid-field | name",
                    "/api/drivers | `{\"name\":\"a\",\"phone\":\"138\"}` | invalid-field | phone",
                    "/api/drivers | `{\"name\":\"a\",\"phone\":\"13800138000\",\"openid\":\"微信\"}` | invalid-field |"
                            + " openid",
                    "/api/stations | `{\"name\":\"a\",\"zone\":\"Mars/Base\"}` | invalid-field | zone",
                    "/api/stations | `{\"name\":\"a\",\"openingHours\":\"always\"}` | invalid-field | openingHours",
                    "/api/stations | `{\"name\":\"a\",\"location\":{\"latitude\":91,\"longitude\":0}}` | invalid-field"
                            + " | location",
                    "/api/stations | `{\"name\":\"a\",\"location\":{\"latitude\":31}}` | invalid-field |"
                            + " location.longitude",
                    "/api/orders/o/payment |"
                            + " `{\"amount\":1,\"currency\":\"XXQ\",\"channel\":\"c\",\"transactionId\":\"t\"}` |"
                            + " invalid-field | currency",
                    "/api/orders/o/payment |"
                            + " `{\"amount\":0,\"currency\":\"CNY\",\"channel\":\"c\",\"transactionId\":\"t\"}` |"
                            + " invalid-field | amount",
                    "/api/orders/o/dispense | `{\"volumeMl\":-1}` | invalid-field | volumeMl",
                    "/api/orders/o/dispense | `{\"volumeMl\":1,\"total\":1}` | missing-field | currency",
                    "/api/orders/o/cancellation | `{\"reason\":\"NOTHING_DISPENSED\"}` | invalid-field | reason",
                    "/api/feedback | `{\"category\":\"OTHER\",\"text\":\"a\",\"channel\":\"EMAIL\",\"rating\":6}` |"
                            + " invalid-field | rating",
                    "/api/feedback | `{\"category\":\"OTHER\",\"text\":\"a\"}` | missing-field | channel"
                })
        void aFieldThatCannotBeAcceptedIsNamed(String path, String body, String code, String field) {
            client.post(path, body).isProblem(400, code, field);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"kind\":\"AMOUNT\",\"volumeMl\":1}",
                    "{\"kind\":\"VOLUME\",\"amount\":1}",
                    "{\"kind\":\"FULL_TANK\"}",
                    "{\"kind\":\"AMOUNT\",\"amount\":1,\"volumeMl\":1}"
                })
        void aPresetThatContradictsItselfIsRefused(String preset) {
            String order = orderJson("o", "d", "s").replace("{\"kind\": \"AMOUNT\", \"amount\": 20000}", preset);

            client.post("/api/orders", order).isProblem(400, "invalid-field", "preset");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1999-12-31T05:59:59Z", "2100-01-01T18:00:00Z", "+999999999-12-31T00:00:00Z"})
        void aPriceOfAnImpossibleMomentIsRefused(String moment) {
            client.put("/api/stations/s/prices/95%23", """
                {"unitPrice": 1, "currency": "CNY", "holdsFrom": "%s"}\
                """.formatted(moment))
                    .isProblem(400, "invalid-field", "holdsFrom");
        }

        @Test
        void aDescriptionOfAnotherStationThanThePathNamesIsRefused() {
            client.put("/api/stations/a", "{\"stationId\":\"b\",\"name\":\"a\"}")
                    .isProblem(400, "invalid-field", "stationId");
        }

        @Test
        void whoeverAcceptsNoJsonIsToldSoBeforeTheCommandIsSent() {
            String id = Ids.timeOrdered();

            client.with("Content-Type", "application/json", "Accept", "text/html")
                    .post("/api/drivers", driverJson(id, phone()))
                    .isProblem(406, "not-acceptable");

            assertThat(events.readEvents(id).hasNext()).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/plain", "application/xml", "application/yaml", "application/cbor", "text/csv"})
        void aBodyThatIsNoJsonIsRefused(String type) {
            client.with("Content-Type", type).post("/api/drivers", "{}").isProblem(415, "unsupported-media-type");
        }

        @Test
        void methodsThatAreNotAvailableAreNamed() {
            client.send("PATCH", "/api/drivers/d", "{}").isProblem(405, "method-not-allowed");
            client.get("/api/orders").isProblem(405, "method-not-allowed");
        }

        @Test
        void bodiesAboveTheLimitAreRefused() {
            client.post("/api/feedback", " ".repeat(64 * 1024 + 1)).isProblem(413, "body-too-large");
        }
    }
}
