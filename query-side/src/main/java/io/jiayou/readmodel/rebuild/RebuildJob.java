package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.documents.UnstorableException;
import io.jiayou.readmodel.rebuild.RebuildReport.Phase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rebuilds read models: claims a generation of each, folds the whole history into all of them at one reading, then
 * compares and switches one after the other. What fails for one model doesn't touch the others.
 */
final class RebuildJob implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(RebuildJob.class);

    private final Workshop workshop;
    private final Map<ReadModel<?>, RebuildProgress> wanted;
    private final boolean careful;
    private final Map<Build<?>, RebuildProgress> builds = new LinkedHashMap<>();
    private final Map<ReadModel<?>, RebuildProgress> again = new LinkedHashMap<>();

    RebuildJob(Workshop workshop, Map<ReadModel<?>, RebuildProgress> wanted) {
        this(workshop, wanted, false);
    }

    /** @param careful whether each document is tried whether it can be kept, event by event */
    private RebuildJob(Workshop workshop, Map<ReadModel<?>, RebuildProgress> wanted, boolean careful) {
        this.workshop = workshop;
        this.wanted = wanted;
        this.careful = careful;
    }

    @Override
    public void run() {
        try (ClaimKeeper claims = new ClaimKeeper(workshop.generations().lineages(), workshop.schedule())) {
            wanted.forEach((model, progress) -> begin(model, progress, claims));
            fold();
            for (Map.Entry<Build<?>, RebuildProgress> entry : List.copyOf(builds.entrySet())) {
                finish(entry.getKey(), entry.getValue());
            }
        } catch (InterruptedException | RuntimeException e) {
            List.copyOf(builds.entrySet()).forEach(entry -> fail(entry.getKey(), entry.getValue(), e));
        }
        if (!again.isEmpty()) {
            new RebuildJob(workshop, again, true).run();
        }
    }

    private <V extends View> void begin(ReadModel<V> model, RebuildProgress progress, ClaimKeeper claims) {
        try {
            Optional<Generation> claimed = workshop.generations().lineages().claimBuild(model.name());
            if (claimed.isPresent()) {
                begin(model, claimed.get(), progress, claims);
            } else {
                leaveToOther(model, progress);
            }
        } catch (RuntimeException e) {
            progress.failed(e);
            log.error("Rebuilding {} failed before it began", model.name(), e);
        }
    }

    private <V extends View> void begin(
            ReadModel<V> model, Generation generation, RebuildProgress progress, ClaimKeeper claims) {
        claims.keep(generation);
        progress.folding(generation);
        int documentsInMemory = workshop.documentsInMemory() / wanted.size();
        builds.put(
                new Build<>(
                        model,
                        workshop.generations().documents(model, generation),
                        workshop.history(),
                        workshop.history().head(),
                        documentsInMemory,
                        careful),
                progress);
    }

    /** No fault: all nodes of a new store begin at once, and one of them builds. Whoever asked for this rebuild hears it. */
    private static void leaveToOther(ReadModel<?> model, RebuildProgress progress) {
        log.info("{} isn't rebuilt here: another node is building it", model.name());
        progress.failed(new IllegalStateException("Another node is building " + model.name()));
    }

    private void fold() throws InterruptedException {
        if (builds.isEmpty()) {
            return;
        }
        long head = workshop.history().head();
        try (ReadAhead events = new ReadAhead(workshop.history())) {
            for (List<RecordedEvent> chunk = events.next(); !chunk.isEmpty(); chunk = events.next()) {
                fold(chunk, head);
            }
        }
    }

    private void fold(List<RecordedEvent> chunk, long head) {
        long done = chunk.getLast().position() + 1;
        for (Map.Entry<Build<?>, RebuildProgress> entry : List.copyOf(builds.entrySet())) {
            try {
                entry.getKey().fold(chunk);
                entry.getValue().folded(done, head + 1);
            } catch (RuntimeException e) {
                fail(entry.getKey(), entry.getValue(), e);
            }
        }
    }

    private <V extends View> void finish(Build<V> build, RebuildProgress progress) throws InterruptedException {
        try (build) {
            new Handover<>(workshop, build, progress).run();
            builds.remove(build);
            progress.enter(Phase.DONE);
            log.info("{} is live, with the events up to {}", build.generation().name(), build.position());
        } catch (RuntimeException e) {
            fail(build, progress, e);
        }
    }

    private void fail(Build<?> build, RebuildProgress progress, Exception cause) {
        builds.remove(build);
        boolean repeats = cause instanceof UnstorableException && !careful;
        boolean stopping = cause instanceof InterruptedException || Thread.interrupted();
        if (repeats) {
            log.warn(
                    "Building {} begins again, event by event: {}",
                    build.generation().name(),
                    cause.getMessage());
        } else if (stopping) {
            log.info("Building {} was given up", build.generation().name());
        } else {
            log.error(
                    "Building {} failed; what was live before still is",
                    build.generation().name(),
                    cause);
        }
        try (build) {
            workshop.discard(build.generation());
        } catch (RuntimeException e) {
            log.warn(
                    "{} is left for the next start to drop: {}",
                    build.generation().name(),
                    e.toString());
        }
        // Told last: whoever reads that it failed may start again, and finds no leftovers.
        if (repeats) {
            again.put(build.model(), progress);
        } else {
            progress.failed(cause);
        }
    }
}
