package io.jiayou.audit.timetravel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.audit.timetravel.Moment.AtInstant;
import io.jiayou.audit.timetravel.Moment.AtPosition;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.http.ProblemException;
import io.jiayou.readmodel.AggregateReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.fold.Folding;
import io.jiayou.readmodel.history.HistoryReader;
import io.jiayou.readmodel.testing.Stores;
import io.jiayou.readmodel.testing.Tallies;
import io.jiayou.readmodel.testing.Tally;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeTravelTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Stores stores = new Stores();
    private final OwnTallies model = new OwnTallies(new Tallies("tallies"));
    private final TimeTravel travel = new TimeTravel(stores.events(), InstantSource.system());

    /** Tallies without the one document that all events reach; its sums depend on every position. */
    private record OwnTallies(Tallies tallies) implements AggregateReadModel<Tally> {

        @Override
        public String name() {
            return tallies.name();
        }

        @Override
        public Class<Tally> view() {
            return tallies.view();
        }

        @Override
        public List<String> indexes() {
            return tallies.indexes();
        }

        @Override
        public Collection<String> documentsOf(Object event) {
            return tallies.documentsOf(event).stream()
                    .filter(id -> !id.equals(Tallies.ALL))
                    .toList();
        }

        @Override
        public Tally fold(String id, @Nullable Tally view, RecordedEvent event) {
            return tallies.fold(id, view, event);
        }
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private Optional<Tally> asOf(TimeTravel by, String id, Moment moment) {
        return by.asOf(model, id, moment).view();
    }

    /** The same by folding all events from the first one on. */
    private @Nullable Tally folded(String id, long position) throws InterruptedException {
        Tally view = null;
        try (HistoryReader reader = new HistoryReader(stores.history(), -1)) {
            for (RecordedEvent event : reader.next(position, Integer.MAX_VALUE)) {
                if (model.documentsOf(event.payload()).contains(id)) {
                    view = Folding.next(model, id, view, event);
                }
            }
        }
        return view;
    }

    private long recordAt(Instant at, String id, long sequence) {
        VehicleAdded payload = new VehicleAdded(id, "沪A1234" + sequence, at);
        stores.events()
                .publish(new GenericDomainEventMessage<>(
                        "Driver", id, sequence, new GenericMessage<>(payload), () -> at));
        return stores.history().head();
    }

    @Test
    void everyPastStateIsTheFoldOfAllEventsUpToThen() throws InterruptedException {
        stores.appendRandom(300, 7, 1);

        for (long position = 0; position < 300; position += 3) {
            String id = "driver-" + position % 7;
            assertThat(asOf(travel, id, new AtPosition(position)).orElse(null)).isEqualTo(folded(id, position));
        }
    }

    @Test
    void theSameWhereTheStoreTellsNoPositions() throws InterruptedException {
        TimeTravel untold = new TimeTravel(withoutPositions(stores.events()), InstantSource.system());
        stores.appendRandom(300, 7, 2);

        for (long position = 0; position < 300; position += 29) {
            String id = "driver-" + position % 7;
            assertThat(asOf(untold, id, new AtPosition(position)).orElse(null)).isEqualTo(folded(id, position));
        }
    }

    @Test
    void findsPositionsThoughTimesAreOutOfOrder() throws InterruptedException {
        TimeTravel untold = new TimeTravel(withoutPositions(stores.events()), InstantSource.system());
        recordAt(NOON, "driver-a", 0);
        stores.appendHistory(2_500, 3, 3);
        recordAt(NOON.minusSeconds(86_400), "driver-a", 1);
        stores.appendHistory(200, 3, 4);
        long last = recordAt(NOON.plusSeconds(1), "driver-a", 2);

        assertThat(asOf(untold, "driver-a", new AtPosition(last)).orElse(null)).isEqualTo(folded("driver-a", last));
    }

    @Test
    void anInstantTakesInWhatWasRecordedThenOrBefore() {
        recordAt(NOON, "driver-1", 0);
        long second = recordAt(NOON.plusMillis(5), "driver-1", 1);
        recordAt(NOON.plusMillis(6), "driver-1", 2);

        assertThat(asOf(travel, "driver-1", new AtInstant(NOON.minusMillis(1)))).isEmpty();
        assertThat(asOf(travel, "driver-1", new AtInstant(NOON.plusMillis(4))))
                .hasValueSatisfying(view -> assertThat(view.position()).isZero());
        assertThat(asOf(travel, "driver-1", new AtInstant(NOON.plusMillis(5))))
                .hasValueSatisfying(view -> assertThat(view.position()).isEqualTo(second));
    }

    @Test
    void nothingBehindAnEventThatCameLaterIsTakenIn() {
        recordAt(NOON, "driver-1", 0);
        recordAt(NOON.plusSeconds(9), "driver-1", 1);
        recordAt(NOON.plusSeconds(3), "driver-1", 2);

        assertThat(asOf(travel, "driver-1", new AtInstant(NOON.plusSeconds(5))))
                .hasValueSatisfying(view -> assertThat(view.position()).isZero());
    }

    @Test
    void whatIsNotThereHasNoPast() {
        long head = stores.append("driver-1", new DriverRegistered("driver-1", "Li", null, null, "card", NOON));

        assertThat(asOf(travel, "driver-2", new AtPosition(head))).isEmpty();
    }

    @Test
    void refusesMomentsThatHaveNotCome() {
        long head = stores.append("driver-1", new VehicleAdded("driver-1", "沪A12345", NOON));
        Instant soon = Instant.now().plusSeconds(60);

        assertThat(travel.moment("asOf", Long.toString(head))).isEqualTo(new AtPosition(head));
        for (String given : List.of(Long.toString(head + 1), soon.toString())) {
            assertThatThrownBy(() -> travel.moment("asOf", given))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.field())
                            .isEqualTo("asOf"));
        }
    }

    @Test
    void aPositionHasTheTimeOfItsEvent() {
        recordAt(NOON, "driver-1", 0);
        long other = recordAt(NOON.plusSeconds(60), "driver-2", 0);
        Moment moment = new AtPosition(other);

        assertThat(travel.timeOf(moment, travel.asOf(model, "driver-1", moment)))
                .isEqualTo(NOON.plusSeconds(60));
    }

    /** As Axon Server has it: an aggregate's events come without their places in the global order. */
    private static EventStore withoutPositions(EventStore events) {
        return (EventStore) Proxy.newProxyInstance(
                EventStore.class.getClassLoader(), new Class<?>[] {EventStore.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(events, arguments);
                        return answer instanceof DomainEventStream stream ? bare(stream) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static DomainEventStream bare(DomainEventStream stream) {
        List<GenericDomainEventMessage<?>> bare = new ArrayList<>();
        stream.forEachRemaining(event -> bare.add(new GenericDomainEventMessage<>(
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                new GenericMessage<>(event.getIdentifier(), event.getPayload(), event.getMetaData()),
                event::getTimestamp)));
        return DomainEventStream.of(bare);
    }
}
