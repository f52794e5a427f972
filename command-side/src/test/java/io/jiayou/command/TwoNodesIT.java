package io.jiayou.command;

import static io.jiayou.command.AtOnce.atOnce;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.http.Answer;
import io.jiayou.http.Client;
import io.jiayou.ids.Ids;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/** Two applications on one event store, as behind a gateway. */
@OnTheCommandSide
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesIT {

    private final Client one;
    private final EventStore events;
    private final ConfigurableApplicationContext second;
    private final Client other;

    TwoNodesIT(@LocalServerPort int port, @Autowired EventStore events, @Autowired Environment environment) {
        this.one = new Client(port);
        this.events = events;
        this.second = start(environment);
        this.other = new Client(requireNonNull(((WebServerApplicationContext) second).getWebServer())
                .getPort());
    }

    private ConfigurableApplicationContext start(Environment environment) {
        boolean axonServer = environment.getRequiredProperty("jiayou.axon-server", Boolean.class);
        return new SpringApplicationBuilder(CommandSide.class)
                .properties(
                        "spring.config.name=command-side",
                        "server.port=0",
                        "jiayou.access=open",
                        "jiayou.master-key=" + environment.getRequiredProperty("jiayou.master-key"),
                        "JIAYOU_IDENTITY_MONGODB_URI=" + environment.getRequiredProperty("JIAYOU_IDENTITY_MONGODB_URI"),
                        "jiayou.axon-server=" + axonServer,
                        "jiayou.identifier-key=" + environment.getRequiredProperty("jiayou.identifier-key"))
                .initializers(context -> {
                    if (!axonServer) {
                        ((GenericApplicationContext) context)
                                .registerBean("eventStore", EventStore.class, () -> events);
                    }
                })
                .run();
    }

    @AfterAll
    void close() {
        second.close();
    }

    @Test
    void whatOneNodeDecidedTheOtherKnows() {
        String station = new Business(one).station();
        String path = "/api/stations/" + station;

        Business.accepted(other.post(path + "/closure", ""));
        one.post(path + "/closure", "").isProblem(409, "station-already-closed");
        Business.accepted(one.post(path + "/opening", ""));
        other.post(path + "/opening", "").isProblem(409, "station-already-open");
        Business.accepted(other.post(path + "/closure", ""));
        Business.accepted(one.post(path + "/opening", ""));
    }

    @Test
    void anOrderGoesOnWhereverItsNextCommandArrives() {
        String order = new Business(one).placedOrder();

        Business.accepted(other.post("/api/orders/" + order + "/payment", Business.paymentJson("t-" + order)));
        Business.accepted(one.post("/api/orders/" + order + "/payment", Business.paymentJson("t-" + order)));
        Business.accepted(one.post("/api/orders/" + order + "/dispense", "{\"volumeMl\": 25340}"));
        Business.accepted(other.post("/api/orders/" + order + "/completion", ""));
        one.post("/api/orders/" + order + "/cancellation", "").isProblem(409, "order-already-completed");
        assertThat(sequences(order)).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void aNumberIsUniqueAcrossNodes() {
        String phone = Business.phone();
        List<Answer> answers = atOnce(20, i -> (i % 2 == 0 ? one : other)
                .post("/api/drivers", Business.driverJson(Ids.timeOrdered(), phone)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(refused -> assertThat(refused.text("code")).isIn("driver-already-registered", "conflict"));
    }

    @Test
    void commandsToOneStationFromBothNodesAllSucceedOrConflictAndLeaveNoGap() {
        String station = new Business(one).station();
        long before = sequences(station).size();

        List<Answer> answers = atOnce(64, i -> (i % 2 == 0 ? one : other)
                .put(
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

    private List<Long> sequences(String id) {
        return events.readEvents(id)
                .asStream()
                .map(DomainEventMessage::getSequenceNumber)
                .toList();
    }
}
