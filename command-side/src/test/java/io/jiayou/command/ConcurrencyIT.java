package io.jiayou.command;

import static io.jiayou.command.AtOnce.atOnce;
import static io.jiayou.command.Business.driverJson;
import static io.jiayou.command.Business.orderJson;
import static io.jiayou.command.Business.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.http.Answer;
import io.jiayou.http.Client;
import io.jiayou.ids.Ids;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnTheCommandSide
class ConcurrencyIT {

    private final Client client;
    private final Business business;
    private final EventStore events;

    ConcurrencyIT(@LocalServerPort int port, @Autowired EventStore events) {
        this.client = new Client(port);
        this.business = new Business(client);
        this.events = events;
    }

    @Test
    void sixtyFourCommandsToOneStationAllSucceedOrConflictAndLeaveNoGap() {
        String station = business.station();
        long before = sequences(station).size();

        List<Answer> answers = atOnce(
                64,
                i -> client.put(
                        "/api/stations/" + station + "/prices/95%23",
                        "{\"unitPrice\": " + (7000 + i) + ", \"currency\": \"CNY\"}"));

        long accepted =
                answers.stream().filter(answer -> answer.status() == 200).count();
        answers.stream()
                .filter(answer -> answer.status() != 200)
                .forEach(refused -> refused.isProblem(409, "conflict"));
        assertThat(accepted).isPositive();
        assertThat(sequences(station))
                .containsExactlyElementsOf(
                        LongStream.range(0, before + accepted).boxed().toList());
    }

    @Test
    void theSameOrderSentFiftyTimesAtOnceIsOneOrder() {
        String id = Ids.timeOrdered();
        String order = orderJson(id, business.driver(), business.station());

        List<Answer> answers = atOnce(50, i -> client.post("/api/orders", order));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(sequences(id)).containsExactly(0L);
    }

    @Test
    void fiftyDifferentOrdersUnderOneIdAreOneOrder() {
        String id = Ids.timeOrdered();
        String order = orderJson(id, business.driver(), business.station());

        List<Answer> answers =
                atOnce(50, i -> client.post("/api/orders", order.replace("20000", String.valueOf(20_000 + i))));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(refused -> refused.isProblem(409, "order-id-taken"));
        assertThat(sequences(id)).containsExactly(0L);
    }

    @RepeatedTest(5)
    void ofTwentyDriversWithOneNumberExactlyOneIsRegistered() {
        String phone = phone();

        List<Answer> answers = atOnce(20, i -> client.post("/api/drivers", driverJson(Ids.timeOrdered(), phone)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(refused -> refused.isProblem(409, "driver-already-registered"));
    }

    @Test
    void ordersOfOneStationDoNotWaitForEachOther() {
        String driver = business.driver();
        String station = business.station();

        List<Answer> answers =
                atOnce(64, i -> client.post("/api/orders", orderJson(Ids.timeOrdered(), driver, station)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
    }

    /** Each holds what the other wants: both are refused, again and again, and nobody waits for ever. */
    @Test
    void twoDriversWhoWantEachOthersNumberAreBothRefusedAndNeverWaitForEachOther() {
        String one = Ids.timeOrdered();
        String other = Ids.timeOrdered();
        String phoneOfOne = phone();
        String phoneOfOther = phone();
        client.post("/api/drivers", driverJson(one, phoneOfOne));
        client.post("/api/drivers", driverJson(other, phoneOfOther));

        List<Answer> answers = atOnce(
                40,
                i -> i % 2 == 0
                        ? client.put("/api/drivers/" + one + "/contact", contact(phoneOfOther))
                        : client.put("/api/drivers/" + other + "/contact", contact(phoneOfOne)));

        assertThat(answers).allSatisfy(answer -> answer.isProblem(409, "identifier-taken"));
    }

    /** Numbers wander among drivers: whoever comes first gets one, and in the end each has exactly one. */
    @Test
    void numbersThatWanderBelongToOneDriverAtATime() {
        List<String> phones = IntStream.range(0, 5).mapToObj(i -> phone()).toList();
        List<String> drivers =
                IntStream.range(0, 4).mapToObj(i -> Ids.timeOrdered()).toList();
        for (int i = 0; i < drivers.size(); i++) {
            client.post("/api/drivers", driverJson(drivers.get(i), phones.get(i)));
        }

        List<Answer> answers = atOnce(
                120,
                i -> client.put(
                        "/api/drivers/" + drivers.get(i % 4) + "/contact", contact(phones.get((i * 7 + i / 4) % 5))));

        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(refused -> refused.isProblem(409, "identifier-taken"));
        List<Answer> newcomers =
                atOnce(5, i -> client.post("/api/drivers", driverJson(Ids.timeOrdered(), phones.get(i))));
        assertThat(newcomers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    }

    private static String contact(String phone) {
        return "{\"phone\": \"" + phone + "\"}";
    }

    private List<Long> sequences(String id) {
        return events.readEvents(id)
                .asStream()
                .map(DomainEventMessage::getSequenceNumber)
                .toList();
    }
}
