package io.jiayou.command;

import static io.jiayou.command.Business.driverJson;
import static io.jiayou.command.Business.phone;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.http.Answer;
import io.jiayou.http.Client;
import io.jiayou.ids.Ids;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who, through which channel, caused by what: what every event says beside its payload. */
@OnTheCommandSide
class MetadataIT {

    private final Client client;
    private final EventStore events;

    MetadataIT(@LocalServerPort int port, @Autowired EventStore events) {
        this.client = new Client(port);
        this.events = events;
    }

    @Test
    void sayWhoSentTheCommandThroughWhichChannelAndWhatItBelongsTo() {
        MetaData metadata = afterRegistering("X-Correlation-Id", "trip-7", "X-Channel", "mini-program");

        assertThat(metadata)
                .containsOnlyKeys("actor", "role", "channel", "correlationId", "causationId")
                .containsEntry("actor", "anonymous")
                .containsEntry("role", "anonymous")
                .containsEntry("channel", "mini-program")
                .containsEntry("correlationId", "trip-7");
        assertThat((String) metadata.get("causationId")).matches("[0-9a-f-]{36}");
    }

    @Test
    void areStringsOnly() {
        assertThat(afterRegistering().values()).hasSize(5).allSatisfy(value -> assertThat(value)
                .isInstanceOf(String.class));
    }

    @Test
    void takeOverTheIdThatTheAnswerNames() {
        String id = Ids.timeOrdered();
        Answer answer = client.post("/api/drivers", driverJson(id, phone()));

        assertThat(history(id).getFirst().getMetaData())
                .containsEntry("correlationId", answer.header("X-Correlation-Id"));
    }

    @Test
    void takeAChannelThatNobodyKnowsForTheApi() {
        assertThat(afterRegistering("X-Channel", "carrier-pigeon")).containsEntry("channel", "api");
    }

    @Test
    void sayTheSameCauseForAllEventsOfOneCommand() {
        String order = new Business(client).dispensedOrder();

        List<DomainEventMessage<?>> ofDispense = history(order).subList(2, 4);

        assertThat(ofDispense)
                .extracting(event -> event.getMetaData().get("causationId"))
                .containsOnly(ofDispense.getFirst().getMetaData().get("causationId"));
    }

    @Test
    void carryTimesInWholeMilliseconds() {
        String order = new Business(client).dispensedOrder();

        assertThat(history(order)).allSatisfy(event -> {
            Instant recorded = event.getTimestamp();
            assertThat(recorded.getNano() % 1_000_000).isZero();
        });
    }

    private MetaData afterRegistering(String... headers) {
        String id = Ids.timeOrdered();
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        Business.accepted(client.with(all).post("/api/drivers", driverJson(id, phone())));
        return history(id).getFirst().getMetaData();
    }

    private List<DomainEventMessage<?>> history(String id) {
        return events.readEvents(id)
                .asStream()
                .<DomainEventMessage<?>>map(event -> event)
                .toList();
    }
}
