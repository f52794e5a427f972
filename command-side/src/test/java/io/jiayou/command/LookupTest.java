package io.jiayou.command;

import static io.jiayou.station.SomeStation.AT;
import static io.jiayou.station.SomeStation.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jiayou.driver.SomeDriver;
import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import io.jiayou.station.SomeStation;
import io.jiayou.station.Station;
import io.jiayou.station.events.StationEvent;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class LookupTest {

    /** Counts what it reads. */
    private static final class Recorded extends InMemoryEventStorageEngine {

        private final AtomicLong read = new AtomicLong();
        private final AtomicLong lookups = new AtomicLong();

        @Override
        public DomainEventStream readEvents(String id, long firstSequence) {
            lookups.incrementAndGet();
            return DomainEventStream.of(
                    super.readEvents(id, firstSequence).asStream().peek(event -> read.incrementAndGet()), () -> null);
        }
    }

    private final Recorded recorded = new Recorded();
    private final EmbeddedEventStore events =
            EmbeddedEventStore.builder().storageEngine(recorded).build();
    private final Lookup<Station, StationEvent> stations =
            new Lookup<>(events, StationEvent.class, Station.NONE, Station::evolve);
    private long sequence;

    @Test
    void findsNothingWhereNothingHappened() {
        assertThat(stations.find(ID)).isEmpty();
    }

    @Test
    void seesWhatHappenedUpToNow() {
        happened(SomeStation.registered());
        assertThat(stations.find(ID)).map(Station::open).contains(true);

        happened(SomeStation.closed());
        assertThat(stations.find(ID)).map(Station::open).contains(false);

        happened(SomeStation.opened(), SomeStation.price(7890, AT));
        assertThat(stations.find(ID)).hasValueSatisfying(station -> {
            assertThat(station.open()).isTrue();
            assertThat(station.pricesOf(SomeStation.GRADE).at(AT)).isPresent();
        });
    }

    @Test
    void readsEveryEventOnlyOnce() {
        happened(SomeStation.registered(), SomeStation.pump(), SomeStation.closed());
        stations.find(ID);
        stations.find(ID);
        happened(SomeStation.opened());
        stations.find(ID);

        assertThat(recorded.read).hasValue(4);
    }

    @Test
    void doesNotLookAgainForWhatIsKnownToExist() {
        happened(SomeStation.registered());
        stations.requireKnown(ID, Rule.STATION_UNKNOWN);
        long before = recorded.lookups.get();

        stations.requireKnown(ID, Rule.STATION_UNKNOWN);

        assertThat(recorded.lookups).hasValue(before);
    }

    @Test
    void refusesWhatDoesNotExist() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> stations.requireKnown(ID, Rule.STATION_UNKNOWN))
                .withMessage("none has the id station-1");
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> stations.require(ID, Rule.STATION_UNKNOWN));
    }

    @Test
    void findsWhatComesIntoBeingAfterItWasRefused() {
        assertThat(stations.find(ID)).isEmpty();

        happened(SomeStation.registered());

        assertThat(stations.find(ID)).isPresent();
    }

    @Test
    void takesAnAggregateOfAnotherKindForNone() {
        events.publish(new GenericDomainEventMessage<>("Driver", ID, 0, SomeDriver.registered()));

        assertThat(stations.find(ID)).isEmpty();
    }

    @Test
    void neverGoesBackInTimeForAnybody() throws Exception {
        happened(SomeStation.registered());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = IntStream.range(0, 8)
                    .mapToObj(reader -> threads.submit(() -> {
                        int seen = 0;
                        while (seen < 200) {
                            int now = stations.find(ID)
                                    .orElseThrow()
                                    .pricesOf(SomeStation.GRADE)
                                    .ordered()
                                    .size();
                            assertThat(now).isGreaterThanOrEqualTo(seen);
                            seen = now;
                        }
                        return seen;
                    }))
                    .toList();
            for (int i = 0; i < 200; i++) {
                happened(SomeStation.price(7_000 + i, AT.plusSeconds(i)));
            }
            for (var reader : readers) {
                assertThat(reader.get()).isEqualTo(200);
            }
        }
    }

    private void happened(StationEvent... happened) {
        for (StationEvent event : List.of(happened)) {
            events.publish(new GenericDomainEventMessage<>("Station", ID, sequence++, event));
        }
    }
}
