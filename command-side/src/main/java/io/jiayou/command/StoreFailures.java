package io.jiayou.command;

import io.grpc.StatusRuntimeException;
import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import org.axonframework.common.AxonTransientException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the exceptions of event stores mean: each store has its own. */
final class StoreFailures {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFailures.class);

    /** Axon Server's code for a sequence number that is taken. */
    private static final String AXON_SERVER_SEQUENCE_TAKEN = "AXONIQ-2000";

    private StoreFailures() {}

    /** Somebody else wrote to the same aggregate first; nothing was written. */
    static boolean isConflict(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyException
                    || cause instanceof AggregateStreamCreationException
                    || cause instanceof StatusRuntimeException
                            && String.valueOf(cause.getMessage()).contains(AXON_SERVER_SEQUENCE_TAKEN)) {
                return true;
            }
        }
        return false;
    }

    /** A store that can't be reached or written is told apart from a fault of ours. */
    static RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EventStoreException
                    || cause instanceof StatusRuntimeException
                    || cause instanceof AxonTransientException) {
                LOG.error("The event store failed", failure);
                return new ProblemException(Problem.UNAVAILABLE, null, "the event store can't take events now");
            }
        }
        return failure;
    }
}
