package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Generation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The verifications of this node, one after the other. */
public final class Verifications implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Verifications.class);

    private final Workshop workshop;
    private final Map<String, VerificationProgress> latest = new ConcurrentHashMap<>();
    private final ExecutorService queue = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("verification").factory());

    public Verifications(Workshop workshop) {
        this.workshop = workshop;
    }

    /**
     * Starts to verify read models against their events and returns. What is under way goes on.
     *
     * @return a report on each of the models
     */
    public synchronized List<VerificationReport> start(Collection<? extends ReadModel<?>> models) {
        for (ReadModel<?> model : models) {
            if (report(model).map(report -> report.endedAt() != null).orElse(true)) {
                VerificationProgress progress = new VerificationProgress(model.name(), workshop.clock());
                latest.put(model.name(), progress);
                queue.execute(() -> verify(model, progress));
            }
        }
        return models.stream().map(this::report).flatMap(Optional::stream).toList();
    }

    /** The verification of a model that is under way here, or the last one that ended here. */
    public Optional<VerificationReport> report(ReadModel<?> model) {
        return Optional.ofNullable(latest.get(model.name())).map(VerificationProgress::report);
    }

    @Override
    public void close() {
        queue.shutdownNow();
    }

    private void verify(ReadModel<?> model, VerificationProgress progress) {
        try {
            Differences found = compare(model, progress);
            progress.ended(found);
            if (found.none()) {
                state(progress.report(), found);
            } else {
                log.error("{} isn't what its events say: {}", model.name(), found);
            }
        } catch (InterruptedException | RuntimeException e) {
            progress.failed(e);
            log.error("{} couldn't be verified", model.name(), e);
        }
    }

    /** An annulment that comes meanwhile changes documents that were folded on from: what was compared then says nothing. */
    private <V extends View> Differences compare(ReadModel<V> model, VerificationProgress progress)
            throws InterruptedException {
        while (true) {
            int annulled = workshop.history().annulled().size();
            Differences found = new Verification<>(workshop, model).run(progress);
            if (found.none() || annulled == workshop.history().annulled().size()) {
                return found;
            }
        }
    }

    private void state(VerificationReport report, Differences found) {
        Integer generation = report.generation();
        if (generation != null) {
            workshop.generations()
                    .statements()
                    .state(
                            new Generation(report.model(), generation),
                            found.position(),
                            found.documents(),
                            found.hash());
        }
    }
}
