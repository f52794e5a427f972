package io.jiayou.readmodel.projection;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Documents;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.projection.Failure.Step;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** The processors of this node: one per generation, each with its own thread of work and its own failures. */
public final class Processors {

    private static final int BATCH_SIZE = 1_000;

    private final EventStore events;
    private final History history;
    private final TokenStore tokens;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Pace pace;
    private final ScheduledExecutorService coordinators;
    private final ScheduledExecutorService workers;
    private final Map<Generation, PooledStreamingEventProcessor> running = new ConcurrentHashMap<>();
    private final Map<Generation, Progress> progress = new ConcurrentHashMap<>();

    public Processors(EventStore events, TokenStore tokens, MeterRegistry meters, Clock clock, Pace pace, int models) {
        this.events = events;
        this.history = new History(events);
        this.tokens = tokens;
        this.meters = meters;
        this.clock = clock;
        this.pace = pace;
        this.coordinators = new CoordinatorThreads(Math.min(models, 4));
        this.workers = Executors.newScheduledThreadPool(
                models, Thread.ofPlatform().daemon().name("read-model-", 0).factory());
    }

    /** What this node knows of a generation's progress, whoever works on it. */
    public Progress progress(Generation generation) {
        return progress.computeIfAbsent(generation, any -> new Progress(clock));
    }

    /** As they are at each look. */
    public Set<Generation> running() {
        return Collections.unmodifiableSet(running.keySet());
    }

    /** Whether this node holds the generation's claim, so that its progress is known here first. */
    public boolean workHere(Generation generation) {
        PooledStreamingEventProcessor processor = running.get(generation);
        return processor != null && !processor.processingStatus().isEmpty();
    }

    /** Takes part in the work on a generation, from its token or else from the first event. Repeating is harmless. */
    public synchronized <V extends View> void start(ReadModel<V> model, Documents<V> documents) {
        Generation generation = documents.generation();
        if (!running.containsKey(generation)) {
            Progress mine = progress(generation);
            Projection<V> projection = new Projection<>(
                    model, documents, mine, new FoldMetrics(meters, model.name(), clock), history.replay());
            PooledStreamingEventProcessor processor = processor(generation, projection, mine);
            processor.start();
            running.put(generation, processor);
        }
    }

    /** Ends this node's work on a generation and releases its claim. */
    public CompletableFuture<Void> stop(Generation generation) {
        PooledStreamingEventProcessor processor = running.remove(generation);
        return processor == null ? CompletableFuture.completedFuture(null) : processor.shutdownAsync();
    }

    /** Forgets a generation that doesn't exist any more. */
    public void forget(Generation generation) {
        progress.remove(generation);
    }

    /** Ends all work; waits for batches under way. */
    public void shutDown() {
        List<CompletableFuture<Void>> stopping =
                running().stream().map(this::stop).toList();
        CompletableFuture.allOf(stopping.toArray(CompletableFuture[]::new)).join();
        coordinators.shutdown();
        workers.shutdown();
    }

    private PooledStreamingEventProcessor processor(
            Generation generation, Projection<?> projection, Progress progressOfGeneration) {
        return PooledStreamingEventProcessor.builder()
                .name(generation.name())
                .eventHandlerInvoker(projection)
                .errorHandler(context -> {
                    progressOfGeneration.failed(Step.FOLDING, context.error());
                    throw new FoldingFailedException(generation, context.error());
                })
                .messageSource(new WatchedSource(events, progressOfGeneration, projection::opened))
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.INSTANCE)
                .coordinatorExecutor(coordinators)
                .workerExecutor(workers)
                .initialSegmentCount(1)
                .initialToken(Processors::beginning)
                .batchSize(BATCH_SIZE)
                .tokenClaimInterval(pace.claims().toMillis())
                .claimExtensionThreshold(pace.claims().toMillis())
                .enableCoordinatorClaimExtension()
                .build();
    }

    @SuppressWarnings("unused") // of the store: the beginning needs no question
    private static @Nullable TrackingToken beginning(StreamableMessageSource<?> store) {
        return null;
    }
}
