package io.jiayou.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.jiayou.outside.Dependency;
import io.jiayou.outside.DependencyAway;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class WatchedEventsTest {

    private final AtomicInteger asked = new AtomicInteger();
    private volatile Optional<Status> failure = Optional.empty();
    private final Dependency dependency =
            new Dependency(WatchedAxonServer.NAME, within -> fail(), WatchedAxonServer::isAbsence, Clock.systemUTC());
    private final EventStore events = WatchedEvents.of(
            EmbeddedEventStore.builder()
                    .storageEngine(new InMemoryEventStorageEngine() {
                        @Override
                        public Optional<Long> lastSequenceNumberFor(String aggregate) {
                            asked.incrementAndGet();
                            fail();
                            return super.lastSequenceNumberFor(aggregate);
                        }
                    })
                    .build(),
            dependency);

    private void fail() {
        failure.ifPresent(status -> {
            throw new StatusRuntimeException(status);
        });
    }

    @Test
    void fromTheSecondCallOnNobodyAsksWhatIsAway() {
        failure = Optional.of(Status.UNAVAILABLE);

        assertThatThrownBy(() -> events.lastSequenceNumberFor("x")).isInstanceOf(StatusRuntimeException.class);
        assertThatThrownBy(() -> events.lastSequenceNumberFor("x")).isInstanceOf(DependencyAway.class);
        assertThatThrownBy(() -> events.createTailToken()).isInstanceOf(DependencyAway.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatTheStoreAnswersIsNoAbsence() {
        failure = Optional.of(Status.INVALID_ARGUMENT);

        assertThatThrownBy(() -> events.lastSequenceNumberFor("x")).isInstanceOf(StatusRuntimeException.class);
        assertThat(dependency.absence()).isEmpty();
    }

    @Test
    void listenersAreTakenMeanwhile() {
        dependency.isAway(new StatusRuntimeException(Status.UNAVAILABLE));

        assertThat(events.subscribe(published -> {})).isNotNull();
        assertThat(Set.of(events)).contains(events);
    }
}
