package io.jiayou.command;

import static io.jiayou.command.Business.accepted;
import static io.jiayou.command.Business.driverJson;
import static io.jiayou.command.Business.orderJson;
import static io.jiayou.command.Business.paymentJson;
import static io.jiayou.command.Business.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.driver.events.VehicleRemoved;
import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackPriority;
import io.jiayou.feedback.events.FeedbackReopened;
import io.jiayou.feedback.events.FeedbackResolved;
import io.jiayou.http.Answer;
import io.jiayou.http.Client;
import io.jiayou.ids.Ids;
import io.jiayou.order.events.CancellationReason;
import io.jiayou.order.events.OrderCancelled;
import io.jiayou.order.events.OrderCompleted;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.PaymentConfirmed;
import io.jiayou.order.events.Preset;
import io.jiayou.order.events.RefundReason;
import io.jiayou.order.events.RefundRequired;
import io.jiayou.privacy.PersonalData;
import io.jiayou.station.events.PriceSet;
import io.jiayou.station.events.PumpSet;
import io.jiayou.station.events.StationClosed;
import io.jiayou.station.events.StationDescribed;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationOpened;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.values.GeoPoint;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every endpoint's receipt, and the event that it leaves in the history. */
@OnTheCommandSide
class EndpointsIT {

    private final Client client;
    private final Business business;
    private final EventStore events;

    /** Reads as whoever decides does: what is personal is sealed in the store. */
    EndpointsIT(@LocalServerPort int port, @Autowired EventStore events, @Autowired PersonalData data) {
        this.client = new Client(port);
        this.business = new Business(client);
        this.events = new OpenedEvents(events, data);
    }

    @Nested
    class Drivers {

        @Test
        void areRegisteredWithTheirNumberInItsNormalForm() {
            String id = Ids.timeOrdered();
            String phone = phone();

            Answer answer = accepted(client.post(
                    "/api/drivers", """
                    {"driverId": "%s", "name": " 王小明　", "phone": "%s", "openid": "o-%s"}""".formatted(id, phone.substring(0, 3) + " " + phone.substring(3), id)));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.header("Location")).isEqualTo("/api/drivers/" + id);
            assertThat(answer.text("id")).isEqualTo(id);
            assertThat(last(id)).isInstanceOfSatisfying(DriverRegistered.class, driver -> {
                assertThat(driver.name()).isEqualTo("王小明");
                assertThat(driver.phone()).isEqualTo("+86" + phone);
                assertThat(driver.openid()).isEqualTo("o-" + id);
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"\u202D%s\u202C", "0086%s", "+86\u3000%s", "86\u00A0%s", "+86－%s"})
        void areTheSameHoweverTheirNumberIsWritten(String written) {
            String phone = phone();
            String fullWidth = phone.codePoints()
                    .map(digit -> digit - '0' + '０')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            accepted(client.post("/api/drivers", "{\"name\": \"a\", \"phone\": \"%s\"}".formatted(phone)));

            client.post("/api/drivers", "{\"name\": \"b\", \"phone\": \"%s\"}".formatted(written.formatted(fullWidth)))
                    .isProblem(409, "driver-already-registered");
            client.post("/api/drivers", "{\"name\": \"b\", \"phone\": \"+86 0%s\"}".formatted(phone))
                    .isProblem(400, "invalid-field");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\\u3164", "\\u2800\\u200b", "a\\u202eb", "\\u2066a"})
        void haveNamesThatAreWhatTheyLookLike(String name) {
            client.post("/api/drivers", "{\"name\": \"%s\", \"phone\": \"%s\"}".formatted(name, phone()))
                    .isProblem(400, "invalid-field");
        }

        @Test
        void getAnIdWhenTheClientChoseNone() {
            Answer answer = client.post("/api/drivers", """
                    {"name": "王小明", "phone": "%s"}""".formatted(phone()));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.text("id")).matches("[0-9a-f-]{36}");
            assertThat(answer.header("Location")).isEqualTo("/api/drivers/" + answer.text("id"));
        }

        @Test
        void changeTheirName() {
            String id = business.driver();

            Answer answer = client.put("/api/drivers/" + id, "{\"name\": \"王晓明\"}");

            assertThat(accepted(answer).status()).isEqualTo(200);
            assertThat(last(id))
                    .isInstanceOfSatisfying(DriverProfileChanged.class, profile -> assertThat(profile.name())
                            .isEqualTo("王晓明"));
        }

        /** It would log somebody in without having been shown. */
        @Test
        void haveNoNumberInTheirProfile() {
            client.put("/api/drivers/" + business.driver(), "{\"name\": \"王晓明\", \"phone\": \"13800138000\"}")
                    .isProblem(400, "invalid-field");
        }

        @Test
        void getANumberAsAContact() {
            String id = business.driver();
            String phone = phone();

            Answer answer = client.put("/api/drivers/" + id + "/contact", "{\"phone\": \"+86%s\"}".formatted(phone));

            assertThat(accepted(answer).status()).isEqualTo(200);
            assertThat(last(id))
                    .isInstanceOfSatisfying(DriverProfileChanged.class, profile -> assertThat(profile.phone())
                            .isEqualTo("+86" + phone));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/api/drivers", "/api/orders", "/api/stations", "/api/feedback"})
        void cannotChooseAnIdThatTheSystemDerives(String path) {
            String derived = Ids.derived("account", "operations");
            String body =
                    switch (path) {
                        case "/api/drivers" -> "{\"driverId\":\"%s\",\"name\":\"a\",\"phone\":\"" + phone() + "\"}";
                        case "/api/orders" ->
                            "{\"orderId\":\"%s\",\"driverId\":\"a\",\"stationId\":\"a\",\"pump\":1,"
                                    + "\"grade\":\"95#\",\"preset\":{\"kind\":\"AMOUNT\",\"amount\":20000}}";
                        case "/api/stations" -> "{\"stationId\":\"%s\",\"name\":\"a\"}";
                        default ->
                            "{\"feedbackId\":\"%s\",\"category\":\"OTHER\",\"text\":\"a\",\"channel\":\"PHONE\"}";
                    };

            client.post(path, body.formatted(derived)).isProblem(400, "invalid-field");
        }

        @Test
        void addAndRemoveAVehicleWhosePlateStandsInThePath() {
            String id = business.driver();

            accepted(client.post("/api/drivers/" + id + "/vehicles", "{\"plate\": \"沪a·d12345\"}"));
            assertThat(last(id)).isInstanceOfSatisfying(VehicleAdded.class, vehicle -> assertThat(vehicle.plate())
                    .isEqualTo("沪AD12345"));

            accepted(client.delete("/api/drivers/" + id + "/vehicles/%E6%B2%AAAD12345"));
            assertThat(last(id)).isInstanceOfSatisfying(VehicleRemoved.class, vehicle -> assertThat(vehicle.plate())
                    .isEqualTo("沪AD12345"));
        }
    }

    @Nested
    class Stations {

        @Test
        void areRegisteredWithAllThatIsKnownOfThem() {
            String id = Ids.timeOrdered();

            Answer answer = client.post("/api/stations", """
                    {"stationId": "%s", "name": "康健加油站", "brand": "中国石化", "address": " 虹漕南路777号 ", "district": "　",
                     "location": {"latitude": 31.1721, "longitude": 121.4052},
                     "openingHours": "Mo-Fr 06:00-22:00; Sa,Su 08:00-20:00", "zone": "Asia/Urumqi"}""".formatted(id));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.header("Location")).isEqualTo("/api/stations/" + id);
            assertThat(last(id))
                    .isInstanceOfSatisfying(StationRegistered.class, station -> assertThat(station.description())
                            .isEqualTo(new StationDescription(
                                    "康健加油站",
                                    "中国石化",
                                    "虹漕南路777号",
                                    null,
                                    new GeoPoint(31.1721, 121.4052),
                                    "Mo-Fr 06:00-22:00; Sa,Su 08:00-20:00",
                                    "Asia/Urumqi")));
        }

        @Test
        void areDescribedAnewInTheZoneOfChinaUnlessToldOtherwise() {
            String id = business.station();

            accepted(client.put("/api/stations/" + id, "{\"name\": \"康健路加油站\"}"));

            assertThat(last(id)).isInstanceOfSatisfying(StationDescribed.class, station -> assertThat(
                            station.description())
                    .isEqualTo(new StationDescription("康健路加油站", null, null, null, null, null, "Asia/Shanghai")));
        }

        @Test
        void setAPriceForAGradeWhoseHashIsEncodedInThePath() {
            String id = business.station();

            accepted(client.put("/api/stations/" + id + "/prices/-10%23", """
                    {"unitPrice": 7550, "currency": "CNY", "holdsFrom": "2030-01-01T00:00:00.123456+08:00"}"""));

            assertThat(last(id)).isInstanceOfSatisfying(PriceSet.class, price -> {
                assertThat(price.grade()).isEqualTo("-10#");
                assertThat(price.price()).isEqualTo(new UnitPrice(7550, "CNY"));
                assertThat(price.holdsFrom()).isEqualTo(Instant.parse("2029-12-31T16:00:00.123Z"));
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"XAU", "XXX", "XTS"})
        void setNoPriceInWhatIsNoMoney(String currency) {
            client.put(
                            "/api/stations/" + business.station() + "/prices/LPG",
                            "{\"unitPrice\": 4000, \"currency\": \"%s\"}".formatted(currency))
                    .isProblem(400, "invalid-field");
        }

        @Test
        void setAPriceFromNowOnUnlessToldOtherwise() {
            String id = business.station();

            accepted(client.put("/api/stations/" + id + "/prices/LPG", "{\"unitPrice\": 4000, \"currency\": \"CNY\"}"));

            assertThat(last(id)).isInstanceOfSatisfying(PriceSet.class, price -> assertThat(price.holdsFrom())
                    .isEqualTo(price.at()));
        }

        @Test
        void setAPumpThatIsOpenUnlessToldOtherwise() {
            String id = business.station();

            accepted(client.put("/api/stations/" + id + "/pumps/12", "{\"grades\": [\"92#\", \"0#\", \"92#\"]}"));
            assertThat(last(id)).isInstanceOfSatisfying(PumpSet.class, pump -> {
                assertThat(pump.pump()).isEqualTo(12);
                assertThat(pump.grades()).isEqualTo(List.of("92#", "0#"));
                assertThat(pump.open()).isTrue();
            });

            accepted(client.put("/api/stations/" + id + "/pumps/12", "{\"grades\": [\"92#\"], \"open\": false}"));
            assertThat(last(id)).isInstanceOfSatisfying(PumpSet.class, pump -> assertThat(pump.open())
                    .isFalse());
        }

        @Test
        void closeWithOrWithoutAReasonAndOpenAgain() {
            String id = business.station();

            accepted(client.post("/api/stations/" + id + "/closure", "{\"reason\": \"油罐检修\"}"));
            assertThat(last(id)).isInstanceOfSatisfying(StationClosed.class, closure -> assertThat(closure.reason())
                    .isEqualTo("油罐检修"));

            accepted(client.with().post("/api/stations/" + id + "/opening", ""));
            assertThat(last(id)).isInstanceOf(StationOpened.class);

            accepted(client.with().post("/api/stations/" + id + "/closure", ""));
            assertThat(last(id)).isInstanceOfSatisfying(StationClosed.class, closure -> assertThat(closure.reason())
                    .isNull());
        }
    }

    @Nested
    class Orders {

        @Test
        void arePlacedAtTheStationsPrice() {
            String id = Ids.timeOrdered();

            Answer answer = client.post("/api/orders", orderJson(id, business.driver(), business.station()));

            assertThat(accepted(answer).status()).isEqualTo(201);
            assertThat(answer.header("Location")).isEqualTo("/api/orders/" + id);
            assertThat(last(id)).isInstanceOfSatisfying(OrderPlaced.class, order -> {
                assertThat(order.price().unitPrice()).isEqualTo(new UnitPrice(7890, "CNY"));
                assertThat(order.price().holdsFrom()).isEqualTo(Instant.parse("2025-12-31T16:00:00Z"));
                assertThat(order.payable()).isEqualTo(new Money(20_000, "CNY"));
            });
        }

        @Test
        void arePlacedForAVolumeAndForAFullTank() {
            String driver = business.driver();
            String station = business.station();

            assertThat(placed(driver, station, "{\"kind\": \"VOLUME\", \"volumeMl\": 30000}"))
                    .satisfies(order -> {
                        assertThat(order.preset()).isEqualTo(Preset.byVolume(30_000));
                        assertThat(order.payable()).isEqualTo(new Money(23_670, "CNY"));
                    });
            assertThat(placed(driver, station, "{\"kind\": \"FULL_TANK\", \"volumeMl\": 50000}"))
                    .satisfies(order -> {
                        assertThat(order.preset()).isEqualTo(Preset.fullTank(50_000));
                        assertThat(order.payable()).isEqualTo(new Money(47_340, "CNY"));
                    });
        }

        private OrderPlaced placed(String driver, String station, String preset) {
            String id = Ids.timeOrdered();
            accepted(client.post("/api/orders", """
                    {"orderId": "%s", "driverId": "%s", "stationId": "%s", "pump": 3, "grade": "95#", "preset": %s,
                     "plate": "沪a12345"}""".formatted(id, driver, station, preset)));
            OrderPlaced order = (OrderPlaced) last(id);
            assertThat(order.plate()).isEqualTo("沪A12345");
            return order;
        }

        @Test
        void goFromPaymentToSale() {
            String id = business.placedOrder();

            accepted(client.post("/api/orders/" + id + "/payment", paymentJson("t-1")));
            assertThat(last(id)).isInstanceOfSatisfying(PaymentConfirmed.class, payment -> {
                assertThat(payment.amount()).isEqualTo(new Money(20_000, "CNY"));
                assertThat(payment.channel()).isEqualTo("wechat-pay");
                assertThat(payment.transactionId()).isEqualTo("t-1");
            });

            accepted(client.post("/api/orders/" + id + "/dispense", """
                    {"volumeMl": 25340, "total": 19993, "currency": "CNY"}"""));
            assertThat(history(id))
                    .map(event -> event.getPayloadType().getSimpleName())
                    .containsExactly("OrderPlaced", "PaymentConfirmed", "FuelDispensed", "RefundRequired");

            accepted(client.with().post("/api/orders/" + id + "/completion", ""));
            assertThat(last(id)).isInstanceOfSatisfying(OrderCompleted.class, sale -> assertThat(sale.total())
                    .isEqualTo(new Money(19_993, "CNY")));
        }

        @Test
        void areCancelledByTheDriverUnlessToldOtherwise() {
            String id = business.placedOrder();
            accepted(client.with().post("/api/orders/" + id + "/cancellation", ""));
            assertThat(last(id))
                    .isInstanceOfSatisfying(OrderCancelled.class, cancelled -> assertThat(cancelled.reason())
                            .isEqualTo(CancellationReason.BY_DRIVER));
        }

        @Test
        void areCancelledByTheStationAndTheMoneyIsDueBack() {
            String id = business.paidOrder();
            accepted(client.post("/api/orders/" + id + "/cancellation", "{\"reason\": \"BY_STATION\"}"));
            assertThat(last(id)).isInstanceOfSatisfying(RefundRequired.class, refund -> {
                assertThat(refund.amount()).isEqualTo(new Money(20_000, "CNY"));
                assertThat(refund.reason()).isEqualTo(RefundReason.CANCELLED);
            });
        }
    }

    @Nested
    class Feedback {

        @Test
        void isFiledAboutAnOrderWithItsEvidence() {
            String order = business.paidOrder();

            Answer answer = client.post("/api/feedback", """
                    {"feedbackId": "f-%s", "orderId": "%s", "category": "CHARGED_WITHOUT_FUEL",
                     "text": "付了款但没有加到油", "rating": 1, "channel": "MINI_PROGRAM"}""".formatted(order, order));

            assertThat(accepted(answer).status()).isEqualTo(201);
            assertThat(answer.header("Location")).isEqualTo("/api/feedback/f-" + order);
            assertThat(last("f-" + order))
                    .isInstanceOfSatisfying(FeedbackFiled.class, filed -> assertThat(filed.priority())
                            .isEqualTo(FeedbackPriority.PAID_WITHOUT_FUEL));
        }

        @Test
        void isAnsweredResolvedAndReopened() {
            String id = business.feedback();

            accepted(client.post("/api/feedback/" + id + "/replies", "{\"text\": \"您好，我们正在核实。\"}"));
            assertThat(last(id)).isInstanceOf(FeedbackAnswered.class);

            accepted(client.post("/api/feedback/" + id + "/resolution", "{\"outcome\": \"已转达。\"}"));
            assertThat(last(id)).isInstanceOf(FeedbackResolved.class);

            accepted(client.post("/api/feedback/" + id + "/reopening", "{\"reason\": \"还没有\"}"));
            assertThat(last(id)).isInstanceOf(FeedbackReopened.class);
        }
    }

    @Nested
    class Receipts {

        @Test
        void nameAVersionThatIncludesTheCommand() {
            String id = Ids.timeOrdered();
            long before = version(client.post("/api/drivers", driverJson(id, phone())));
            long after = version(client.post("/api/drivers/" + id + "/vehicles", "{\"plate\": \"沪A12345\"}"));

            assertThat(after).isGreaterThan(before);
            assertThat(after).isLessThanOrEqualTo(head());
        }

        @Test
        void areTheSameForTheSameCommandAgain() {
            String id = Ids.timeOrdered();
            String body = driverJson(id, phone());
            Answer first = client.post("/api/drivers", body);
            Answer again = client.post("/api/drivers", body);

            assertThat(again.status()).isEqualTo(201);
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
            assertThat(version(again)).isGreaterThanOrEqualTo(version(first));
            assertThat(history(id)).hasSize(1);
        }

        private long version(Answer answer) {
            return accepted(answer).json().path("version").asLong();
        }

        private long head() {
            return events.createHeadToken().position().orElseThrow();
        }
    }

    private Object last(String id) {
        return history(id).getLast().getPayload();
    }

    private List<? extends EventMessage<?>> history(String id) {
        return events.readEvents(id).asStream().toList();
    }
}
