package io.jiayou.axonserver;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.jiayou.outside.Dependency;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.messaging.ExecutionException;

/** The Axon Server that keeps the events, as a {@link Dependency}. */
public final class WatchedAxonServer {

    static final String NAME = "event-store";

    private static final Set<Status.Code> NO_ANSWER = Set.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED);

    private final AxonServerConnectionManager connections;
    private final Dependency dependency;

    WatchedAxonServer(AxonServerConnectionManager connections, InstantSource clock) {
        this.connections = connections;
        this.dependency = new Dependency(NAME, this::ask, WatchedAxonServer::isAbsence, clock);
    }

    Dependency dependency() {
        return dependency;
    }

    /**
     * Its events, of the connection of this moment.
     *
     * @throws io.jiayou.outside.DependencyAway at once while it is away
     */
    public EventChannel events() {
        dependency.require();
        return channel();
    }

    private EventChannel channel() {
        return connections.getConnection().eventChannel();
    }

    /** In a thread of its own: the connector connects in the thread that calls, however long that takes. */
    private void ask(Duration within) throws Exception {
        CompletableFuture<Long> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("event-store-probe").start(() -> {
            try {
                channel().getLastToken().whenComplete((token, failure) -> {
                    if (failure == null) {
                        answer.complete(token);
                    } else {
                        answer.completeExceptionally(failure);
                    }
                });
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    static boolean isAbsence(Throwable failure) {
        return switch (failure) {
            case StatusRuntimeException of -> NO_ANSWER.contains(of.getStatus().getCode());
            case StatusException of -> NO_ANSWER.contains(of.getStatus().getCode());
            // Axon's name for an answer of the store that didn't come in time
            case ExecutionException of -> of.getCause() instanceof TimeoutException;
            default -> false;
        };
    }
}
