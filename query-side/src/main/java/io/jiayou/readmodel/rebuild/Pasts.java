package io.jiayou.readmodel.rebuild;

import io.jiayou.http.ProblemException;
import io.jiayou.periodic.Due;
import io.jiayou.periodic.Running;
import io.jiayou.periodic.Task;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Documents;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.documents.PastRecord;
import io.jiayou.readmodel.documents.PastRecord.State;
import io.jiayou.readmodel.documents.PastRecords;
import io.jiayou.readmodel.history.Horizon;
import io.jiayou.rules.Detail;
import io.jiayou.rules.Problem;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The pasts: built on this node one at a time, found on every node, and dropped when nobody wants them any longer. */
public final class Pasts implements SmartLifecycle {

    /** How a past may be called, but for {@code live}. */
    public static final String NAME = "[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?";

    /** So many at once that somebody made by name: each holds all its documents. */
    public static final int MOST = 20;

    /** So many besides that queries made by themselves; the oldest makes room for the next. */
    public static final int MOST_BY_QUERIES = 5;

    private static final Logger log = LoggerFactory.getLogger(Pasts.class);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);
    private static final Due TURN = Due.every(Duration.ofSeconds(5));

    /** Nobody waits for what has gone to be dropped: it is looked for once in so many turns. */
    private static final int TURNS_TO_A_SWEEP = 12;

    private final Workshop workshop;
    private final PastRecords records;
    private final PastContents contents;
    private final Horizon horizon;
    private final Duration kept;
    private final Map<String, PastJob> jobs = new ConcurrentHashMap<>();
    private final ExecutorService queue = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("past").factory());
    private volatile @Nullable Running running;
    private int turns;

    /** @param kept how long a past is kept from its start on */
    public Pasts(Workshop workshop, Duration kept) {
        this.workshop = workshop;
        this.records = workshop.generations().pasts();
        this.contents = new PastContents(workshop);
        this.horizon = new Horizon(workshop.history());
        this.kept = kept;
    }

    /** Tells a moment's position and a position's moment. */
    public Horizon horizon() {
        return horizon;
    }

    /**
     * Starts to build a past and returns.
     *
     * @throws ProblemException PAST_EXISTS if there is one of this name, TOO_MANY_PASTS if there are many already
     */
    public synchronized PastReport start(PastOrder order) {
        if (records.find(order.name()).isPresent()) {
            throw exists(order.name());
        }
        makeRoom(order);
        List<Generation> generations = order.models().stream()
                .map(model -> workshop.generations().lineages().reserve(model.name()))
                .toList();
        PastRecord past = records.building(
                order.name(),
                order.asked(),
                order.position(),
                order.moment(),
                generations,
                order.whatIf(),
                order.byQuery(),
                kept);
        if (!records.add(past)) {
            throw exists(order.name());
        }
        PastJob job = new PastJob(workshop, past, order.rule());
        jobs.put(past.name(), job);
        queue.execute(() -> run(past.name(), job));
        return report(past);
    }

    private void makeRoom(PastOrder order) {
        List<PastRecord> alike = records.all().stream()
                .filter(past -> past.isMadeByQuery() == order.byQuery())
                .sorted(Comparator.comparing(PastRecord::startedAt))
                .toList();
        if (!order.byQuery() && alike.size() >= MOST) {
            throw new ProblemException(Problem.TOO_MANY_PASTS, null, "there are {0} already: delete one", MOST);
        }
        if (order.byQuery()) {
            alike.stream()
                    .limit(Math.max(0, alike.size() + 1L - MOST_BY_QUERIES))
                    .forEach(oldest -> remove(oldest.name()));
        }
    }

    private void run(String name, PastJob job) {
        try {
            job.run();
        } finally {
            jobs.remove(name, job);
        }
    }

    private static ProblemException exists(String name) {
        return new ProblemException(Problem.PAST_EXISTS, "name", "there is a past called {0}", name);
    }

    /** By name. */
    public List<PastReport> all() {
        return records.all().stream().map(this::report).toList();
    }

    /** @throws ProblemException PAST_UNKNOWN if there is none of this name */
    public PastReport report(String name) {
        return report(named(name));
    }

    private PastReport report(PastRecord past) {
        PastJob job = jobs.get(past.name());
        boolean ready = past.state() == State.READY;
        return PastReport.of(past, ready ? past.position() + 1 : job == null ? 0 : job.folded());
    }

    private PastRecord named(String name) {
        return records.find(name)
                .orElseThrow(() -> new ProblemException(Problem.PAST_UNKNOWN, "past", "no past has this name"));
    }

    /** @throws ProblemException PAST_UNKNOWN or PAST_NOT_READY if it can't be read */
    public PastRecord ready(String name) {
        PastRecord past = named(name);
        if (past.state() != State.READY) {
            Detail why = past.state() == State.BUILDING
                    ? Detail.of("it is being built")
                    : Detail.of("it failed: {0}", String.valueOf(past.error()));
            throw ProblemException.of(Problem.PAST_NOT_READY, "past", why);
        }
        return past;
    }

    /**
     * A past that may become what is live.
     *
     * @throws ProblemException PAST_UNKNOWN or PAST_NOT_READY, and PAST_UNSUITABLE if it didn't happen
     */
    public PastRecord switchable(String name) {
        PastRecord past = ready(name);
        if (past.whatIf() != null) {
            throw new ProblemException(Problem.PAST_UNSUITABLE, "past", "what didn't happen can't become live");
        }
        return past;
    }

    /** A past of what really happened up to exactly a position that holds a model, ready or on its way. */
    public Optional<PastReport> at(long position, ReadModel<?> model) {
        return records.all().stream()
                .filter(past -> past.state() != State.FAILED && past.whatIf() == null)
                .filter(past ->
                        past.position() == position && past.share(model.name()).isPresent())
                .min(Comparator.comparing(past -> past.state() != State.READY))
                .map(this::report);
    }

    /** The documents of a past's model; none if the past doesn't hold it. */
    public <V extends View> Optional<Documents<V>> documents(PastRecord past, ReadModel<V> model) {
        return contents.of(past, model);
    }

    /**
     * Deletes a past with all that belongs to it. One that is being built here ends its work.
     *
     * @throws ProblemException PAST_UNKNOWN if there is none of this name
     */
    public void drop(String name) {
        named(name);
        remove(name);
    }

    private void remove(String name) {
        records.remove(name);
        PastJob job = jobs.get(name);
        if (job != null) {
            job.cancel();
        }
        workshop.generations().dropUnused(workshop.models());
    }

    /**
     * How a past differs from another one, or from what is live.
     *
     * @param other its name; none for what is live
     * @return of each model that both have
     * @throws ProblemException PAST_UNKNOWN or PAST_NOT_READY if one of them can't be read
     */
    public List<ModelDifferences> differences(String name, @Nullable String other) {
        return contents.differences(ready(name), other == null ? null : ready(other));
    }

    @Override
    public void start() {
        records.all().stream().filter(past -> past.state() == State.READY).forEach(this::expectWhole);
        tend();
        running = workshop.schedule().begin(new Task("pasts", TURN, this::turn));
    }

    /** A read store that was restored may have the record of a past and not its documents. */
    private void expectWhole(PastRecord past) {
        if (!contents.areWhole(past)) {
            records.spoil(past.name(), "its documents weren't all there after a restart");
            log.warn("The past {} isn't whole any more and is given up", past.name());
        }
    }

    private void turn() {
        if (turns++ % TURNS_TO_A_SWEEP == TURNS_TO_A_SWEEP - 1) {
            tend();
        } else {
            jobs.values().forEach(PastJob::renew);
        }
    }

    /** Renews claims, and drops what expired, failed or was left behind. */
    public void tend() {
        jobs.values().forEach(PastJob::renew);
        records.clear();
        workshop.generations()
                .dropUnused(workshop.models())
                .forEach(dropped -> log.info("Dropped {}, which nothing needs", dropped.name()));
    }

    @Override
    public void stop() {
        Running ending = running;
        running = null;
        if (ending != null) {
            ending.close();
        }
        queue.shutdownNow();
        try {
            if (!queue.awaitTermination(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("Building a past didn't stop within {}", STOPS_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    // After the upkeep, which ends what an earlier process left behind; stopped before it.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 2048;
    }
}
