package io.jiayou.identity.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.identity.events.AccountClosed;
import io.jiayou.rules.RuleViolation;
import java.time.Instant;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

class RecordIdentityTest {

    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final CommandBus bus = SimpleCommandBus.builder().build();
    private final CommandGateway commands =
            DefaultCommandGateway.builder().commandBus(bus).build();

    RecordIdentityTest() {
        new AnnotationCommandHandlerAdapter<>(new RecordIdentityHandler(events)).subscribe(bus);
    }

    /** Whatever stands there: nothing is decided by it. */
    @Test
    void writesBehindWhatNobodyCanRead() {
        events.publish(new GenericDomainEventMessage<>("Identity", "ann", 0, "not an event of ours"));

        commands.sendAndWait(new RecordIdentity("ann", new AccountClosed("ann", AT)));

        assertThat(events.lastSequenceNumberFor("ann")).hasValue(1L);
        assertThat(events.readEvents("ann", 1).next().getPayload()).isEqualTo(new AccountClosed("ann", AT));
        assertThat(events.readEvents("ann", 1).next().getType()).isEqualTo("Identity");
    }

    @Test
    void writesNothingBeyondTheLimits() {
        AccountClosed endless = new AccountClosed("a".repeat(10_000), AT);

        assertThatThrownBy(() -> commands.sendAndWait(new RecordIdentity("a", endless)))
                .isInstanceOf(RuleViolation.class);
        assertThat(events.lastSequenceNumberFor("a")).isEmpty();
    }
}
