package io.jiayou.readmodel.testing;

import static org.awaitility.Awaitility.await;

import io.jiayou.periodic.Schedule;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.documents.CanonicalHash;
import io.jiayou.readmodel.documents.Documents;
import io.jiayou.readmodel.documents.Generations;
import io.jiayou.readmodel.documents.Lineages;
import io.jiayou.readmodel.documents.PastRecord.State;
import io.jiayou.readmodel.documents.Tokens;
import io.jiayou.readmodel.projection.LiveReadModels;
import io.jiayou.readmodel.projection.Pace;
import io.jiayou.readmodel.projection.Positions;
import io.jiayou.readmodel.projection.Processors;
import io.jiayou.readmodel.projection.Upkeep;
import io.jiayou.readmodel.rebuild.LiveStatements;
import io.jiayou.readmodel.rebuild.PastOrder;
import io.jiayou.readmodel.rebuild.PastReport;
import io.jiayou.readmodel.rebuild.Pasts;
import io.jiayou.readmodel.rebuild.RebuildReport;
import io.jiayou.readmodel.rebuild.Rebuilds;
import io.jiayou.readmodel.rebuild.VerificationReport;
import io.jiayou.readmodel.rebuild.Verifications;
import io.jiayou.readmodel.rebuild.Workshop;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/** One query node on the given stores. */
public final class Node implements AutoCloseable {

    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stores stores;
    private final Catalogue models;
    private final Generations generations;
    private final Processors processors;
    private final Positions positions;
    private final Workshop workshop;
    private final Rebuilds rebuilds;
    private final Pasts pasts;
    private final Verifications verifications;
    private final Upkeep upkeep;

    public Node(Stores stores, String name, ReadModel<?>... models) {
        this(stores, name, Duration.ofSeconds(10), 20_000, tokens -> tokens, models);
    }

    /** @param around puts something between the processors and their tokens */
    public Node(
            Stores stores,
            String name,
            Duration claimTimeout,
            int documentsInMemory,
            UnaryOperator<TokenStore> around,
            ReadModel<?>... models) {
        Clock clock = Clock.systemUTC();
        this.stores = stores;
        Schedule schedule = Schedule.ofTheProcess();
        this.models = new Catalogue(List.of(models));
        generations =
                new Generations(stores.database(), new Lineages(stores.database(), name, claimTimeout, clock), clock);
        TokenStore tokens = around.apply(new Tokens(stores.database(), name, claimTimeout, clock));
        processors =
                new Processors(stores.events(), tokens, new SimpleMeterRegistry(), clock, Pace.SHARED, models.length);
        positions = new Positions(generations, processors);
        workshop = new Workshop(
                this.models, stores.history(), generations, processors, positions, clock, documentsInMemory, schedule);
        rebuilds = new Rebuilds(workshop);
        pasts = new Pasts(workshop, Duration.ofHours(24));
        verifications = new Verifications(workshop);
        upkeep = new Upkeep(this.models, generations, processors, rebuilds, stores.history(), Pace.SHARED, schedule);
    }

    /** Starts the node and waits until all its read models have seen all events. */
    public Node start() {
        upkeep.start();
        pasts.start();
        awaitHead();
        return this;
    }

    public Upkeep upkeep() {
        return upkeep;
    }

    public Generations generations() {
        return generations;
    }

    public Processors processors() {
        return processors;
    }

    public Positions positions() {
        return positions;
    }

    public Rebuilds rebuilds() {
        return rebuilds;
    }

    public Pasts pasts() {
        return pasts;
    }

    /** Makes a past of all models up to a position and waits for its end. */
    public PastReport past(String name, long position) throws InterruptedException {
        pasts.start(PastOrder.of(
                name, Long.toString(position), position, pasts.horizon().timeOf(position), List.copyOf(models.all())));
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> pasts.report(name), past -> past.state() != State.BUILDING);
    }

    public ReadModels readModels() {
        return new LiveReadModels(generations);
    }

    public Documents<Tally> live(Tallies model) {
        return generations.documents(model, generations.live(model).orElseThrow());
    }

    /** All documents of a model, by their ids. */
    public SortedMap<String, Tally> documents(Tallies model) {
        SortedMap<String, Tally> documents = new TreeMap<>();
        live(model).inOrder().forEach(tally -> documents.put(tally.id(), tally));
        return documents;
    }

    public String hash(Tallies model) {
        return CanonicalHash.of(live(model));
    }

    /** Waits until all read models have seen the events that exist now. */
    public void awaitHead() {
        long head = stores.history().head();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).until(() -> models.all().stream()
                .allMatch(model -> generations.live(model).isPresent() && positions.of(model) >= head));
    }

    /** Rebuilds a model and waits for the end. */
    public RebuildReport rebuild(Tallies model) {
        if (rebuilds.report(model).isPresent()) {
            awaitEnd(model);
        }
        rebuilds.start(List.of(model));
        return awaitEnd(model);
    }

    /** What states its live documents. */
    public LiveStatements statements(Duration every, InstantSource steady) {
        return new LiveStatements(workshop, verifications, every, steady);
    }

    /** Verifies a model and waits for the end. */
    public VerificationReport verify(Tallies model) {
        verifications.start(List.of(model));
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> verifications.report(model).orElseThrow(), report -> report.endedAt() != null);
    }

    public RebuildReport awaitEnd(Tallies model) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> rebuilds.report(model).orElseThrow(), report -> report.phase()
                        .isEnd());
    }

    @Override
    public void close() {
        verifications.close();
        pasts.stop();
        upkeep.stop();
    }
}
