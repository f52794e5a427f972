package io.jiayou.command;

import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import io.jiayou.rules.RuleViolation;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Sends commands and answers when their events are durable. */
@Component
public final class Commands {

    /** Two senders rarely meet more than twice at one aggregate; whoever does is told so. */
    private static final int ATTEMPTS = 4;

    private final CommandGateway gateway;
    private final EventStore events;
    private final CommandMetrics metrics;

    public Commands(CommandGateway gateway, EventStore events, CommandMetrics metrics) {
        this.gateway = gateway;
        this.events = events;
        this.metrics = metrics;
    }

    /**
     * @param id what the receipt names: the thing that is created or changed
     * @throws RuleViolation when a rule refuses
     * @throws ProblemException CONFLICT when others changed the same thing again and again, UNAVAILABLE when the event
     *     store can't be reached or written
     */
    public Receipt send(String id, Object command) {
        dispatch(command);
        return new Receipt(id, head());
    }

    private void dispatch(Object command) {
        for (int attempt = 1; ; attempt++) {
            long started = System.nanoTime();
            try {
                gateway.sendAndWait(command);
                metrics.accepted(command, System.nanoTime() - started);
                return;
            } catch (RuleViolation violation) {
                metrics.refused(command, violation.rule());
                throw violation;
            } catch (RuntimeException failure) {
                metrics.failed(command);
                if (!StoreFailures.isConflict(failure)) {
                    throw StoreFailures.explained(failure);
                }
                if (attempt == ATTEMPTS) {
                    throw new ProblemException(Problem.CONFLICT, null, "changed by somebody else at the same moment");
                }
            }
        }
    }

    /** The position of the newest event: it is at or after those of a command that was just accepted. */
    public long head() {
        TrackingToken head = events.createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }
}
