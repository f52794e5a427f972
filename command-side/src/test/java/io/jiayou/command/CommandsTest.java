package io.jiayou.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.ExecutionException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A handler that fails as each store would, one failure per attempt, and then succeeds. */
class CommandsTest {

    private record Refuel(String id) {}

    private static final Refuel REFUEL = new Refuel("1");

    private final Queue<RuntimeException> failures = new ArrayDeque<>();
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final Commands commands;

    CommandsTest() {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe(Refuel.class.getName(), command -> failNext());
        commands = new Commands(
                DefaultCommandGateway.builder().commandBus(bus).build(),
                EmbeddedEventStore.builder()
                        .storageEngine(new InMemoryEventStorageEngine())
                        .build(),
                new CommandMetrics(metrics));
    }

    private @Nullable Object failNext() {
        RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        return null;
    }

    static List<RuntimeException> conflicts() {
        return List.of(
                new ConcurrencyException("taken"),
                new AggregateStreamCreationException("taken"),
                new DeadlockException("imminent"),
                Status.OUT_OF_RANGE
                        .withDescription("[AXONIQ-2000] Invalid sequence number 1 for aggregate x, expected 3")
                        .asRuntimeException(),
                new EventStoreException("wrapped", new ConcurrencyException("taken")));
    }

    @ParameterizedTest
    @MethodSource("conflicts")
    void aCommandIsSentAgainAfterAConflict(RuntimeException conflict) {
        failures.add(conflict);

        assertThat(commands.send("1", REFUEL).id()).isEqualTo("1");
        assertThat(count("jiayou.commands.repeated")).isEqualTo(1);
        assertThat(metrics.get("jiayou.commands.accepted")
                        .tag("command", "Refuel")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(count("jiayou.commands.failed")).isZero();
    }

    @ParameterizedTest
    @MethodSource("conflicts")
    void aCommandThatMeetsConflictsOnlyEndsAsOne(RuntimeException conflict) {
        for (int i = 0; i < 100; i++) {
            failures.add(conflict);
        }

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> commands.send("1", REFUEL))
                .satisfies(problem -> assertThat(problem.problem()).isEqualTo(Problem.CONFLICT));
        assertThat(failures).hasSize(92);
        assertThat(count("jiayou.commands.failed")).isEqualTo(1);
    }

    static List<RuntimeException> outages() {
        return List.of(
                new EventStoreException("no space left"),
                Status.UNAVAILABLE.asRuntimeException(),
                new ExecutionException("Timeout while executing request", new IllegalStateException()),
                new LockAcquisitionFailedException("too many attempts"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void aStoreThatFailsIsToldApartAndNotTriedAgain(RuntimeException outage) {
        failures.add(outage);
        failures.add(outage);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> commands.send("1", REFUEL))
                .satisfies(problem -> assertThat(problem.problem()).isEqualTo(Problem.UNAVAILABLE));
        assertThat(failures).hasSize(1);
    }

    @Test
    void aFaultOfOursStaysWhatItIs() {
        failures.add(new IllegalStateException("a fault"));

        assertThatThrownBy(() -> commands.send("1", REFUEL)).isInstanceOf(IllegalStateException.class);
        assertThat(count("jiayou.commands.failed")).isEqualTo(1);
    }

    @Test
    void aRefusalIsCountedByItsRule() {
        failures.add(Rule.ORDER_NOT_PAID.violated("not yet"));

        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> commands.send("1", REFUEL));
        assertThat(metrics.get("jiayou.commands.refused")
                        .tag("command", "Refuel")
                        .tag("rule", "order-not-paid")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(count("jiayou.commands.failed")).isZero();
    }

    private double count(String meter) {
        return metrics.find(meter).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
