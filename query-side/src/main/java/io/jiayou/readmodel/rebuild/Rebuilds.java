package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.documents.PastRecord;
import io.jiayou.readmodel.projection.Filling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rebuilds of this node: one at a time, of one read model or of several that share one reading of the history. */
public final class Rebuilds implements Filling {

    private static final Logger log = LoggerFactory.getLogger(Rebuilds.class);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);
    private static final Duration FILL_AGAIN_AFTER = Duration.ofSeconds(5);

    private final Workshop workshop;
    private final Map<String, RebuildProgress> latest = new ConcurrentHashMap<>();
    private final ExecutorService queue = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("rebuild").factory());

    public Rebuilds(Workshop workshop) {
        this.workshop = workshop;
    }

    /**
     * Starts to rebuild read models and returns. Those that are being rebuilt here already go on as they are.
     *
     * @return a report on each of the models
     */
    public synchronized List<RebuildReport> start(Collection<? extends ReadModel<?>> models) {
        Map<ReadModel<?>, RebuildProgress> begun = new LinkedHashMap<>();
        models.forEach(model -> begin(model).ifPresent(progress -> begun.put(model, progress)));
        if (!begun.isEmpty()) {
            queue.execute(new RebuildJob(workshop, begun));
        }
        return models.stream().map(this::report).flatMap(Optional::stream).toList();
    }

    /** Starts to make a model's previous generation the live one again, unless the model is being worked on. */
    public synchronized Optional<RebuildReport> switchBack(ReadModel<?> model) {
        begin(model).ifPresent(progress -> queue.execute(() -> WayBack.take(workshop, model, progress)));
        return report(model);
    }

    /** Starts to make a past's generation of a model the live one, unless the model is being worked on. */
    public synchronized Optional<RebuildReport> switchTo(PastRecord past, ReadModel<?> model) {
        begin(model).ifPresent(progress -> queue.execute(new PastSwitch<>(workshop, past, model, progress)::run));
        return report(model);
    }

    private Optional<RebuildProgress> begin(ReadModel<?> model) {
        if (report(model).filter(report -> !report.phase().isEnd()).isPresent()) {
            return Optional.empty();
        }
        RebuildProgress progress = new RebuildProgress(model.name(), workshop.clock());
        latest.put(model.name(), progress);
        return Optional.of(progress);
    }

    /** The rebuild of a model that is under way here, or the last one that ended here. */
    public Optional<RebuildReport> report(ReadModel<?> model) {
        return Optional.ofNullable(latest.get(model.name())).map(RebuildProgress::report);
    }

    @Override
    public void fill(List<ReadModel<?>> unfilled) {
        List<ReadModel<?>> due = new ArrayList<>();
        for (ReadModel<?> model : unfilled) {
            if (!isFilledElsewhere(model) && !hasJustEnded(model)) {
                due.add(model);
            }
        }
        if (!due.isEmpty()) {
            start(due);
        }
    }

    private boolean isFilledElsewhere(ReadModel<?> model) {
        Instant now = workshop.generations().clock().instant();
        return workshop.generations()
                .lineage(model)
                .filter(lineage -> lineage.isClaimed(now))
                .isPresent();
    }

    // One that succeeded shows as live at the next look.
    private boolean hasJustEnded(ReadModel<?> model) {
        Instant now = workshop.clock().instant();
        return report(model)
                .map(RebuildReport::endedAt)
                .filter(ended -> Duration.between(ended, now).abs().compareTo(FILL_AGAIN_AFTER) < 0)
                .isPresent();
    }

    @Override
    public boolean needs(Generation generation) {
        return workshop.isInHand(generation);
    }

    @Override
    public void stop() {
        queue.shutdownNow();
        try {
            if (!queue.awaitTermination(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("A rebuild didn't stop within {}", STOPS_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
