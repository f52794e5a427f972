package io.jiayou.command;

import io.grpc.StatusRuntimeException;
import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.common.AxonTransientException;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.ExecutionException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the exceptions of event stores mean: each store has its own. */
final class StoreFailures {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFailures.class);

    /** Axon Server's code for a sequence number that is taken. */
    private static final String AXON_SERVER_SEQUENCE_TAKEN = "AXONIQ-2000";

    private static final long SELDOM_NANOS = Duration.ofMinutes(1).toNanos();
    private static final AtomicLong LAST_LOGGED = new AtomicLong();

    private StoreFailures() {}

    /** Somebody else wrote to the same aggregate first, or waits for what this command holds; nothing was written. */
    static boolean isConflict(Throwable failure) {
        return anyCause(
                failure,
                cause -> cause instanceof ConcurrencyException
                        || cause instanceof AggregateStreamCreationException
                        || cause instanceof DeadlockException
                        || cause instanceof StatusRuntimeException
                                && String.valueOf(cause.getMessage()).contains(AXON_SERVER_SEQUENCE_TAKEN));
    }

    /** A conflict and a store that can't be reached or written are told apart from a fault of ours. */
    static RuntimeException explained(RuntimeException failure) {
        if (isConflict(failure)) {
            return new ProblemException(Problem.CONFLICT, null, "somebody else changed this at the same moment");
        }
        if (anyCause(failure, StoreFailures::isOfTheStore)) {
            log(failure);
            return new ProblemException(Problem.UNAVAILABLE, null, "the event store can't be reached or written now");
        }
        return failure;
    }

    /** Each command fails then, and the log may lie on the same full disk: the metric of failed commands counts them. */
    private static void log(RuntimeException failure) {
        long now = System.nanoTime();
        long last = LAST_LOGGED.get();
        boolean due = last == 0 || now - last > SELDOM_NANOS;
        if (due && LAST_LOGGED.compareAndSet(last, now)) {
            LOG.error("The event store failed; its next failures are logged in a minute", failure);
        }
    }

    /** The next one is logged, whenever the last one was. */
    static void forgetTheLast() {
        LAST_LOGGED.set(0);
    }

    private static boolean isOfTheStore(Throwable cause) {
        return cause instanceof EventStoreException
                || cause instanceof StatusRuntimeException
                || cause instanceof AxonServerException
                || cause instanceof AxonTransientException
                // Axon's name for an append that wasn't acknowledged in time
                || cause instanceof ExecutionException;
    }

    private static boolean anyCause(Throwable failure, Predicate<Throwable> test) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(test);
    }
}
