package io.jiayou.trials.rebuild;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.jiayou.embedded.documents.EmbeddedMongo;
import io.jiayou.query.AllReadModels;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Documents;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.documents.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * The same folds in Axon's pooled processor with its default batch of one event: for each event one query, one fold, one
 * write, one token. One segment per read model, since events reach a document in global order.
 */
final class OneByOne {

    private static final Duration CLAIMS = Duration.ofSeconds(30);

    private final EventStore events;
    private final Duration time;

    /** @param time how long it works; all events would take too long */
    OneByOne(EventStore events, Duration time) {
        this.events = events;
        this.time = time;
    }

    /** Events that all read models have seen, on average of them, per second. */
    double eventsPerSecond() throws InterruptedException {
        Catalogue models = AllReadModels.find();
        try (EmbeddedMongo server = EmbeddedMongo.start();
                MongoClient client = MongoClients.create(server.uri())) {
            MongoDatabase database = client.getDatabase("one-by-one");
            Tokens tokens = new Tokens(database, "trial", CLAIMS, Clock.systemUTC());
            ScheduledExecutorService threads =
                    Executors.newScheduledThreadPool(models.all().size());
            List<SingleFolds<?>> folds = new ArrayList<>();
            List<PooledStreamingEventProcessor> processors = new ArrayList<>();
            for (ReadModel<?> model : models.all()) {
                SingleFolds<?> each = folds(database, model);
                folds.add(each);
                processors.add(processor(model.name(), each, tokens, threads));
            }
            long started = System.nanoTime();
            processors.forEach(PooledStreamingEventProcessor::start);
            Thread.sleep(time);
            long seen = folds.stream().mapToLong(SingleFolds::events).sum();
            double seconds = (System.nanoTime() - started) / 1e9;
            processors.forEach(PooledStreamingEventProcessor::shutDown);
            threads.shutdown();
            return seen / (double) folds.size() / seconds;
        }
    }

    private static <V extends View> SingleFolds<V> folds(MongoDatabase database, ReadModel<V> model) {
        Documents<V> documents = new Documents<>(database, model, new Generation(model.name(), 1));
        documents.index(model.indexes());
        return new SingleFolds<>(model, documents);
    }

    private PooledStreamingEventProcessor processor(
            String name, SingleFolds<?> folds, Tokens tokens, ScheduledExecutorService threads) {
        return PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(folds)
                .messageSource(events)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(1)
                .initialToken(store -> store.createTailToken())
                .build();
    }
}
