package io.jiayou.embedded.events;

import static io.jiayou.embedded.events.Fixtures.event;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorTest {

    private static final long NEVER = 600_000;

    @TempDir
    Path directory;

    private static PooledStreamingEventProcessor processor(
            AnnouncingEventStore store, ScheduledExecutorService threads, EventMessageHandler handler) {
        return PooledStreamingEventProcessor.builder()
                .name("litres")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(handler)
                        .build())
                .messageSource(store)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(1)
                .tokenClaimInterval(NEVER)
                .claimExtensionThreshold(NEVER)
                .build();
    }

    /** The processor's own timers run every ten minutes here, so only the announcement can bring the event. */
    @Test
    void aProcessorHandlesANewEventWithoutPolling() throws Exception {
        BlockingQueue<Object> handled = new LinkedBlockingQueue<>();
        try (RocksEventStorageEngine engine = Fixtures.open(directory);
                ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
                AutoCloseable atOnce = threads::shutdownNow) {
            AnnouncingEventStore store = AnnouncingEventStore.on(engine);
            store.publish(event("a", 0));
            PooledStreamingEventProcessor processor =
                    processor(store, threads, event -> handled.add(event.getPayload()));
            processor.start();
            assertThat(handled.poll(20, SECONDS)).isEqualTo(new Litres(0, "of a"));

            for (int sequence = 1; sequence < 50; sequence++) {
                store.publish(event("a", sequence));
                assertThat(handled.poll(5, SECONDS)).isEqualTo(new Litres(sequence, "of a"));
            }
            // not awaited: with these timers Axon may see to it ten minutes later
            processor.shutdownAsync();
        }
    }
}
