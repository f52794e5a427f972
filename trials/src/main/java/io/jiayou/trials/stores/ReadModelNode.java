package io.jiayou.trials.stores;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.jiayou.embedded.documents.EmbeddedMongo;
import io.jiayou.periodic.Schedule;
import io.jiayou.query.AllReadModels;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.CanonicalHash;
import io.jiayou.readmodel.documents.Generations;
import io.jiayou.readmodel.documents.Lineages;
import io.jiayou.readmodel.documents.Tokens;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.projection.LiveReadModels;
import io.jiayou.readmodel.projection.Pace;
import io.jiayou.readmodel.projection.Positions;
import io.jiayou.readmodel.projection.Processors;
import io.jiayou.readmodel.projection.Upkeep;
import io.jiayou.readmodel.rebuild.Pasts;
import io.jiayou.readmodel.rebuild.RebuildReport;
import io.jiayou.readmodel.rebuild.Rebuilds;
import io.jiayou.readmodel.rebuild.Workshop;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The query side's read models without its HTTP: all of them, on an event store and an embedded read store. */
public final class ReadModelNode implements AutoCloseable {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration CLAIMS = Duration.ofSeconds(30);
    private static final Duration PASTS = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** As the query side has it by default. */
    private static final int DOCUMENTS_IN_MEMORY = 20_000;

    private final EmbeddedMongo server = EmbeddedMongo.start();
    private final MongoClient client = MongoClients.create(server.uri());
    private final MongoDatabase database = client.getDatabase("jiayou");
    private final Catalogue models = AllReadModels.find();
    private final Generations generations =
            new Generations(database, new Lineages(database, "trial", CLAIMS, CLOCK), CLOCK);
    private final Schedule schedule = Schedule.ofTheProcess();
    private final Processors processors;
    private final Positions positions;
    private final Rebuilds rebuilds;
    private final Upkeep upkeep;
    private final Pasts pasts;

    private ReadModelNode(EventStore events) {
        Tokens tokens = new Tokens(database, "trial", CLAIMS, CLOCK);
        processors = new Processors(
                events,
                tokens,
                new SimpleMeterRegistry(),
                CLOCK,
                Pace.SHARED,
                models.all().size());
        positions = new Positions(generations, processors);
        Workshop workshop = new Workshop(
                models, new History(events), generations, processors, positions, CLOCK, DOCUMENTS_IN_MEMORY, schedule);
        rebuilds = new Rebuilds(workshop);
        pasts = new Pasts(workshop, PASTS);
        upkeep = new Upkeep(models, generations, processors, rebuilds, new History(events), Pace.SHARED, schedule);
    }

    /** With an empty read store, and nothing at work yet. */
    public static ReadModelNode on(EventStore events) {
        return new ReadModelNode(events);
    }

    /** Starts to fill all read models from the events. */
    public static ReadModelNode start(EventStore events) {
        ReadModelNode node = on(events);
        node.start();
        return node;
    }

    public void start() {
        upkeep.start();
        pasts.start();
    }

    /** Waits until every read model serves. */
    public void awaitLive() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!models.all().stream().allMatch(model -> generations.live(model).isPresent())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the read models aren't filled: "
                        + models.all().stream().map(rebuilds::report).toList());
            }
            Thread.sleep(1);
        }
    }

    /** Waits until a model's documents show everything up to a position; false if it takes too long. */
    public boolean await(String model, long position) throws InterruptedException {
        return positions.await(named(model), position, PATIENCE);
    }

    public Optional<? extends View> find(String model, String id) {
        return new LiveReadModels(generations).of(named(model)).find(id);
    }

    public Pasts pasts() {
        return pasts;
    }

    /** The canonical hash of each live generation, by its model; exact only while nothing happens. */
    public Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        models.all().forEach(model -> hashes.put(model.name(), hash(model)));
        return hashes;
    }

    private <V extends View> String hash(ReadModel<V> model) {
        return CanonicalHash.of(
                generations.documents(model, generations.live(model).orElseThrow()));
    }

    public Catalogue models() {
        return models;
    }

    public Generations generations() {
        return generations;
    }

    public Optional<RebuildReport> report(ReadModel<?> model) {
        return rebuilds.report(model);
    }

    private ReadModel<?> named(String model) {
        return models.named(model).orElseThrow(() -> new IllegalArgumentException("no read model " + model));
    }

    @Override
    public void close() {
        pasts.stop();
        upkeep.stop();
        client.close();
        server.close();
    }
}
