package io.jiayou.trials.visibility;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * A pooled processor as Axon's configuration makes one by default: 16 segments, batches of one event, one coordinating
 * thread, four working ones. It starts at the newest event.
 */
final class Follower implements AutoCloseable {

    private static final int COORDINATING = 1;
    private static final int WORKING = 4;

    private final Sightings sightings = new Sightings();
    private final ScheduledExecutorService coordinator = Executors.newScheduledThreadPool(COORDINATING);
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(WORKING);
    private final PooledStreamingEventProcessor processor;

    Follower(EventStore events, TokenStore tokens, TransactionManager transactions) {
        processor = PooledStreamingEventProcessor.builder()
                .name("follower")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(sightings)
                        .build())
                .messageSource(events)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .initialToken(store -> store.createHeadToken())
                .build();
        processor.start();
    }

    Sightings sightings() {
        return sightings;
    }

    @Override
    public void close() {
        processor.shutDown();
        coordinator.shutdown();
        workers.shutdown();
    }
}
