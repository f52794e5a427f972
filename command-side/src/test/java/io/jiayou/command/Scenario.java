package io.jiayou.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Given what happened, when a command comes, then these events are recorded, or a rule refuses and nothing is. The
 * handlers and all they use are those of production, on an event store in memory of the scenario's own.
 */
public final class Scenario {

    private final InMemoryEventStorageEngine recorded = new InMemoryEventStorageEngine();
    private final EventStore events =
            EmbeddedEventStore.builder().storageEngine(recorded).build();
    /** Refuses to be asked about nobody. */
    private final Set<String> erased = ConcurrentHashMap.newKeySet();

    private final CommandGateway commands = AllSlices.on(events, erased::contains);
    private final int before;
    private @Nullable RuntimeException failure;

    private Scenario(List<?> history) {
        Map<String, Long> sequences = new HashMap<>();
        for (Object event : history) {
            String id = Streams.idOf(event);
            long sequence = sequences.merge(id, 0L, (last, zero) -> last + 1);
            events.publish(new GenericDomainEventMessage<>(Streams.typeOf(event), id, sequence, event));
        }
        before = history.size();
    }

    /** What happened before, each event in the stream of its own aggregate. */
    public static Scenario given(Object... history) {
        return new Scenario(List.of(history));
    }

    /** The key of a person's data is gone, whatever the events say of it yet. */
    public Scenario andErased(String person) {
        erased.add(person);
        return this;
    }

    public Scenario when(Object command) {
        try {
            commands.sendAndWait(command);
        } catch (RuntimeException e) {
            failure = e;
        }
        return this;
    }

    /** Exactly these are recorded, in this order. */
    public void then(Object... expected) {
        if (failure != null) {
            throw failure;
        }
        assertThat(newEvents()).isEqualTo(List.of(expected));
    }

    /** The command is accepted, and what is recorded holds something that nobody can know before. */
    public void thenSatisfies(Consumer<List<?>> expected) {
        if (failure != null) {
            throw failure;
        }
        expected.accept(newEvents());
    }

    /** The command is accepted and changes nothing. */
    public void thenNothing() {
        then();
    }

    /** The rule refuses the command, and nothing is recorded. */
    public void thenRefused(Rule rule) {
        assertThat(failure).isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
        assertThat(newEvents()).isEmpty();
    }

    /** The rule refuses the command with a fact that people can act on. */
    public void thenRefused(Rule rule, String fact) {
        thenRefused(rule);
        assertThat(failure).hasMessage(fact);
    }

    private List<?> newEvents() {
        return recorded.readEvents(null, false)
                .skip(before)
                .map(EventMessage::getPayload)
                .toList();
    }
}
