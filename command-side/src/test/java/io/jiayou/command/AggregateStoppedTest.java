package io.jiayou.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jiayou.annulment.events.AnnulmentConfirmed;
import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.driver.erasedriver.EraseDriver;
import io.jiayou.embedded.events.AnnouncingEventStore;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.embedded.events.StoredEvent;
import io.jiayou.privacy.PersonalData;
import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import io.jiayou.security.events.Listing;
import io.jiayou.security.events.RefusalKind;
import io.jiayou.security.events.RefusalsCounted;
import io.jiayou.security.events.SecurityEvent;
import io.jiayou.security.listaddresses.ListAddresses;
import io.jiayou.security.listaddresses.UnlistAddresses;
import io.jiayou.security.record.RecordSecurity;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import io.jiayou.station.Station;
import io.jiayou.station.StationAggregate;
import io.jiayou.station.closestation.CloseStation;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationEvent;
import io.jiayou.station.openstation.OpenStation;
import io.jiayou.station.registerstation.RegisterStation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an aggregate one of whose stored events can't be read any more. */
class AggregateStoppedTest {

    private static final Instant AT = Instant.parse("2026-11-29T03:00:00Z");
    private static final StationDescription NAMED =
            new StationDescription("S", null, null, null, null, null, "Asia/Shanghai");

    @TempDir
    private Path directory;

    private RocksEventStorageEngine engine;
    private EventStore events;
    private CommandGateway commands;
    private Lookup<Station, StationEvent> lookup;

    @BeforeEach
    void open() {
        EventSerializer serializer = new EventSerializer();
        engine = RocksEventStorageEngine.open(directory, serializer, serializer, Upcasters.chain());
        events = AnnouncingEventStore.on(engine);
        commands = AllSlices.on(events);
        lookup = new Lookup<>(events, StationEvent.class, Station.NONE, Station::evolve);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /** Older software wrote it, and another node meets it. */
    private long plant(String station, long sequence, String type) {
        commands = AllSlices.on(events);
        return engine.appendRaw(List.of(new StoredEvent(
                "planted-" + station + sequence,
                "Station",
                station,
                sequence,
                AT,
                type,
                "1",
                "{\"stationId\":".getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8))));
    }

    private void annul(long position, String station, long sequence) {
        events.publish(new GenericDomainEventMessage<>(
                "Annulments",
                AnnulmentEvent.REGISTER,
                events.lastSequenceNumberFor(AnnulmentEvent.REGISTER)
                        .map(last -> last + 1)
                        .orElse(0L),
                new AnnulmentConfirmed(position, "planted-" + station + sequence, station, sequence, "eve", AT)));
    }

    private static void aSecondLater() {
        AnnulledEvents.lookAgain();
    }

    private void register(String station) {
        commands.sendAndWait(new RegisterStation(station, NAMED, AT));
    }

    private AggregateStopped refusal(Object command) {
        return catchThrowableOfType(AggregateStopped.class, () -> commands.sendAndWait(command));
    }

    @Test
    void refusesCommandsAndNamesThePosition() {
        register("s1");
        register("s2");
        long position = plant("s1", 1, "station.closed");

        AggregateStopped stopped = refusal(new OpenStation("s1", AT));

        assertThat(stopped.rule()).isEqualTo(Rule.AGGREGATE_STOPPED);
        assertThat(stopped.position()).isEqualTo(position);
        assertThat(stopped).hasMessageContaining("position " + position);
        commands.sendAndWait(new CloseStation("s2", null, AT));
    }

    /** What says which events are left out is itself a stream of events. */
    @Test
    void nothingIsLeftOutByARegisterThatCannotBeReadAndNobodyStopsForIt() {
        register("s1");
        engine.appendRaw(List.of(new StoredEvent(
                "planted-register",
                "Annulments",
                AnnulmentEvent.REGISTER,
                0,
                AT,
                "annulment.confirmed",
                "1",
                "{\"position\":".getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8))));
        aSecondLater();

        commands.sendAndWait(new CloseStation("s1", null, AT));

        assertThat(lookup.find("s1").orElseThrow().open()).isFalse();
    }

    @Test
    void namesThePositionAlsoWhereAggregatesDecideOnWhatIsSealed() {
        var stations = new Aggregates<>(
                new OpenedEvents(events, PersonalData.inTheOpen()),
                new Shells<>(StationAggregate.class, StationAggregate::new, StationEvent.class),
                Rule.STATION_UNKNOWN,
                Rule.STATION_UNKNOWN);
        register("s1");
        long position = plant("s1", 1, "station.closed");

        assertThatThrownBy(() -> inAUnitOfWork(() -> stations.decide("s1", state -> List.of())))
                .isInstanceOfSatisfying(AggregateStopped.class, stopped -> assertThat(stopped.position())
                        .isEqualTo(position));
    }

    private static void inAUnitOfWork(Runnable work) {
        DefaultUnitOfWork.startAndGet(new GenericMessage<>("command")).execute(work);
    }

    @Test
    void whoOnlyLooksIsRefusedToo() {
        register("s1");
        long position = plant("s1", 1, "station.closed");

        assertThatThrownBy(() -> lookup.find("s1"))
                .isInstanceOfSatisfying(AggregateStopped.class, stopped -> assertThat(stopped.position())
                        .isEqualTo(position));
    }

    @Test
    void anAnnulledEventIsLeftOutAndTheAggregateGoesOn() {
        register("s1");
        long position = plant("s1", 1, "station.closed");
        assertThat(refusal(new OpenStation("s1", AT))).isNotNull();

        annul(position, "s1", 1);
        aSecondLater();

        commands.sendAndWait(new CloseStation("s1", null, AT));
        assertThat(events.lastSequenceNumberFor("s1")).hasValue(2L);
        assertThat(lookup.find("s1").orElseThrow().open()).isFalse();
        commands.sendAndWait(new OpenStation("s1", AT));
        assertThat(lookup.find("s1").orElseThrow().open()).isTrue();
    }

    @Test
    void whatAnAggregateHadTakenIsLeftOutOfWhatIsKeptOfIt() {
        register("s1");
        commands.sendAndWait(new CloseStation("s1", null, AT));
        assertThat(lookup.find("s1").orElseThrow().open()).isFalse();

        annul(1, "s1", 1);
        aSecondLater();

        assertThat(lookup.find("s1").orElseThrow().open()).isTrue();
        assertThatThrownBy(() -> commands.sendAndWait(new OpenStation("s1", AT)))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo(Rule.STATION_ALREADY_OPEN));
        commands.sendAndWait(new CloseStation("s1", null, AT));
    }

    /** A list goes on with its next entry: its events don't rest on the first one. */
    @Test
    void whatIsAListOfFactsGoesOnWithoutTheFirst() {
        ListAddresses denied = new ListAddresses(SecurityEvent.ADDRESSES, "203.0.113.0/24", Listing.DENIED, null, AT);
        commands.sendAndWait(denied);
        annul(0, SecurityEvent.ADDRESSES, 0);
        aSecondLater();

        commands.sendAndWait(denied);

        assertThat(events.lastSequenceNumberFor(SecurityEvent.ADDRESSES)).hasValue(1L);
        commands.sendAndWait(new UnlistAddresses(SecurityEvent.ADDRESSES, "203.0.113.0/24", AT));
    }

    /** What is left of a stream whose first event is annulled still belongs to its own kind. */
    @Test
    void noStreamBecomesAnotherKindsByAnAnnulment() {
        register("s1");
        annul(0, "s1", 0);
        aSecondLater();

        assertThatThrownBy(() -> commands.sendAndWait(new EraseDriver("s1", AT)))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo(Rule.DRIVER_UNKNOWN));
        assertThat(events.lastSequenceNumberFor("s1")).hasValue(0L);
    }

    /** As many refusals as there are, and whatever stands among them. */
    @Test
    void whatIsOnlyRecordedGoesOnBehindWhatNobodyCanRead() {
        RefusalsCounted refusals = new RefusalsCounted(RefusalKind.UNAUTHENTICATED, null, "203.0.113.0/24", 3, AT, AT);
        engine.appendRaw(List.of(new StoredEvent(
                "planted-refusals",
                "Security",
                refusals.subject(),
                0,
                AT,
                "security.refusals-counted",
                "1",
                "{\"count\":".getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8))));

        commands.sendAndWait(new RecordSecurity(refusals.subject(), refusals));

        assertThat(events.lastSequenceNumberFor(refusals.subject())).hasValue(1L);
    }

    @Test
    void anAggregateWhoseFirstEventIsAnnulledIsNone() {
        long position = plant("s1", 0, "station.registered");
        assertThat(refusal(new OpenStation("s1", AT)).position()).isEqualTo(position);

        annul(position, "s1", 0);
        aSecondLater();

        assertThat(lookup.find("s1")).isEmpty();
        assertThatThrownBy(() -> commands.sendAndWait(new OpenStation("s1", AT)))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo(Rule.STATION_UNKNOWN));
        assertThatThrownBy(() -> register("s1")).isInstanceOf(RuleViolation.class);
    }
}
