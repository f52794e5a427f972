package io.jiayou.command;

import io.jiayou.http.ProblemException;
import io.jiayou.rules.RuleViolation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Sends commands and answers when their events are durable. */
@Component
public final class Commands {

    /** In one process commands to one aggregate wait for each other; only nodes meet, and one of them always wins. */
    private static final int ATTEMPTS = 8;

    private final CommandGateway gateway;
    private final EventStore events;
    private final CommandMetrics metrics;
    private final List<Consumer<AggregateStopped>> stops = new CopyOnWriteArrayList<>();

    public Commands(CommandGateway gateway, EventStore events, CommandMetrics metrics) {
        this.gateway = gateway;
        this.events = events;
        this.metrics = metrics;
    }

    /** Tells somebody of each command that met an aggregate which stands still; whoever is told mustn't keep it waiting. */
    public void tellOfStops(Consumer<AggregateStopped> listener) {
        stops.add(listener);
    }

    /**
     * @param id what the receipt names: the thing that is created or changed
     * @throws RuleViolation when a rule refuses
     * @throws ProblemException CONFLICT when others changed the same thing again and again, UNAVAILABLE when the event
     *     store can't be reached or written
     */
    public Receipt send(String id, Object command) {
        long started = System.nanoTime();
        try {
            dispatch(command);
            metrics.accepted(command, System.nanoTime() - started);
            return new Receipt(id, head());
        } catch (RuleViolation violation) {
            if (violation instanceof AggregateStopped stopped) {
                stops.forEach(listener -> listener.accept(stopped));
            }
            metrics.refused(command, violation.rule());
            throw violation;
        } catch (RuntimeException failure) {
            metrics.failed(command);
            throw StoreFailures.explained(failure);
        }
    }

    private void dispatch(Object command) {
        for (int attempt = 1; ; attempt++) {
            try {
                gateway.sendAndWait(command);
                return;
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !StoreFailures.isConflict(failure)) {
                    throw failure;
                }
                metrics.repeated(command);
            }
        }
    }

    /** The position of the newest event: it is at or after those of a command that was just accepted. */
    public long head() {
        TrackingToken head = events.createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }
}
