package io.jiayou.command;

import static io.jiayou.command.AtOnce.atOnce;
import static io.jiayou.driver.SomeDriver.AT;
import static io.jiayou.driver.SomeDriver.ID;
import static io.jiayou.driver.SomeDriver.NAME;
import static io.jiayou.driver.SomeDriver.OTHER_ID;
import static io.jiayou.driver.SomeDriver.OTHER_PHONE;
import static io.jiayou.driver.SomeDriver.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jiayou.driver.registerdriver.RegisterDriver;
import io.jiayou.driver.setcontact.SetContact;
import io.jiayou.embedded.events.AnnouncingEventStore;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import io.jiayou.station.SomeStation;
import io.jiayou.station.closestation.CloseStation;
import io.jiayou.station.openstation.OpenStation;
import io.jiayou.station.registerstation.RegisterStation;
import io.jiayou.station.setprice.SetPrice;
import io.jiayou.station.setpump.SetPump;
import io.jiayou.values.UnitPrice;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each node keeps aggregates in memory, and the other moves them on. */
class TwoNodesTest {

    private static final String STATION = SomeStation.ID;

    private final RocksEventStorageEngine engine;
    private final EventStore events;
    private final Node one;
    private final Node other;

    TwoNodesTest(@TempDir Path directory) {
        EventSerializer serializer = new EventSerializer();
        engine = RocksEventStorageEngine.open(directory, serializer, serializer, Upcasters.chain());
        events = AnnouncingEventStore.on(engine);
        one = Node.on(events);
        other = Node.on(events);
    }

    @BeforeEach
    void aStationOnOneNode() {
        one.send(STATION, new RegisterStation(STATION, SomeStation.described("康健加油站"), AT));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aDecisionThatMeetsNewerEventsIsTakenAgain() {
        other.send(STATION, pump(true));

        one.send(STATION, new CloseStation(STATION, null, AT));

        assertThat(names(STATION)).containsExactly("StationRegistered", "PumpSet", "StationClosed");
        assertThat(one.count("jiayou.commands.repeated")).isEqualTo(1);
    }

    @Test
    void aDecisionTakenAgainMayBeARefusal() {
        other.send(STATION, new CloseStation(STATION, null, AT));

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> one.send(STATION, new CloseStation(STATION, null, AT)))
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(Rule.STATION_ALREADY_CLOSED));
        assertThat(names(STATION)).containsExactly("StationRegistered", "StationClosed");
    }

    @Test
    void aRefusalRestsOnTheNewestState() {
        other.send(STATION, new CloseStation(STATION, null, AT));

        one.send(STATION, new OpenStation(STATION, AT));

        assertThat(names(STATION)).containsExactly("StationRegistered", "StationClosed", "StationOpened");
    }

    @Test
    void nothingToDoRestsOnTheNewestState() {
        one.send(STATION, pump(true));
        other.send(STATION, pump(false));

        one.send(STATION, pump(true));

        assertThat(names(STATION)).containsExactly("StationRegistered", "PumpSet", "PumpSet", "PumpSet");
    }

    @Test
    void aNumberThatWasGivenUpOnOneNodeIsFreeOnTheOther() {
        one.send(ID, new RegisterDriver(ID, NAME, PHONE, null, null, AT));
        other.send(ID, new SetContact(ID, OTHER_PHONE, AT));

        one.send(OTHER_ID, new RegisterDriver(OTHER_ID, NAME, PHONE, null, null, AT));

        assertThat(names(OTHER_ID)).containsExactly("DriverRegistered");
    }

    @Test
    void aNumberThatWasTakenOnOneNodeIsTakenOnTheOther() {
        one.send(ID, new RegisterDriver(ID, NAME, PHONE, null, null, AT));
        one.send(ID, new SetContact(ID, OTHER_PHONE, AT));
        other.send(OTHER_ID, new RegisterDriver(OTHER_ID, NAME, PHONE, null, null, AT));

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> one.send(ID, new SetContact(ID, PHONE, AT)))
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(Rule.IDENTIFIER_TAKEN));
        assertThat(names(ID)).containsExactly("DriverRegistered", "DriverProfileChanged");
    }

    @Test
    void nodesThatFightForOneStationLeaveNoGapAndTellWhoeverLostTooOften() {
        int before = names(STATION).size();

        long accepted = atOnce(200, i -> setsPrice(i % 2 == 0 ? one : other, i)).stream()
                .filter(success -> success)
                .count();

        assertThat(one.count("jiayou.commands.repeated") + other.count("jiayou.commands.repeated"))
                .isPositive();
        assertThat(accepted).isPositive();
        assertThat(sequences(STATION))
                .containsExactlyElementsOf(
                        LongStream.range(0, before + accepted).boxed().toList());
    }

    /** @return whether it was accepted; otherwise it was a clean conflict */
    private static boolean setsPrice(Node node, int number) {
        Instant holdsFrom = AT.plusSeconds(number);
        try {
            node.send(STATION, new SetPrice(STATION, "95#", new UnitPrice(7_890, "CNY"), holdsFrom, AT));
            return true;
        } catch (ProblemException e) {
            assertThat(e.problem()).isEqualTo(Problem.CONFLICT);
            return false;
        }
    }

    private static SetPump pump(boolean open) {
        return new SetPump(STATION, 3, List.of("95#"), open, AT);
    }

    private List<String> names(String id) {
        return events.readEvents(id)
                .asStream()
                .map(event -> event.getPayloadType().getSimpleName())
                .toList();
    }

    private List<Long> sequences(String id) {
        return events.readEvents(id)
                .asStream()
                .map(DomainEventMessage::getSequenceNumber)
                .toList();
    }
}
