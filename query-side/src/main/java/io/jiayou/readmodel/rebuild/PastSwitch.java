package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.documents.PastRecord;
import io.jiayou.readmodel.rebuild.RebuildReport.Phase;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a past's generation the live one: claims it as a build, takes it out of the past, folds on to the present and
 * hands over as a rebuild does. What fails is dropped, as a failed rebuild is; what was live before still is.
 */
final class PastSwitch<V extends View> {

    private static final Logger log = LoggerFactory.getLogger(PastSwitch.class);

    private final Workshop workshop;
    private final PastRecord past;
    private final ReadModel<V> model;
    private final Generation generation;
    private final RebuildProgress progress;
    private boolean takenOut;

    PastSwitch(Workshop workshop, PastRecord past, ReadModel<V> model, RebuildProgress progress) {
        this.workshop = workshop;
        this.past = past;
        this.model = model;
        this.generation = past.share(model.name())
                .orElseThrow(() -> new IllegalStateException(past.name() + " doesn't hold " + model.name()))
                .asGeneration();
        this.progress = progress;
    }

    void run() {
        if (!workshop.generations().lineages().claimBuild(generation)) {
            progress.failed(new IllegalStateException("Another node is building " + model.name()));
            return;
        }
        try (ClaimKeeper claims = new ClaimKeeper(workshop.generations().lineages(), workshop.schedule());
                Build<V> build = Build.resumed(
                        model, workshop.generations().documents(model, generation), workshop, past.position())) {
            claims.keep(generation);
            // From here on the claim keeps the generation, and nobody asks the past for it any more.
            workshop.generations().pasts().takeOut(past, model.name());
            takenOut = true;
            progress.folding(generation);
            goOn(build);
            new Handover<>(workshop, build, progress).run();
            progress.enter(Phase.DONE);
            log.info("{} is live, out of the past {}", generation.name(), past.name());
        } catch (InterruptedException | RuntimeException e) {
            fail(e);
        }
    }

    private void goOn(Build<V> build) throws InterruptedException {
        long head = workshop.history().head();
        try (ReadAhead events = new ReadAhead(workshop.history(), past.position(), workshop.history()::head)) {
            for (List<RecordedEvent> chunk = events.next(); !chunk.isEmpty(); chunk = events.next()) {
                build.fold(chunk);
                progress.folded(build.position() + 1, head + 1);
            }
        }
    }

    private void fail(Exception cause) {
        Thread.interrupted();
        log.error("{} couldn't be switched to; what was live before still is", generation.name(), cause);
        try {
            if (takenOut) {
                workshop.discard(generation);
            } else {
                workshop.generations().lineages().abandonBuild(generation);
            }
        } catch (RuntimeException e) {
            log.warn("{} is left for the next start to drop: {}", generation.name(), e.toString());
        }
        progress.failed(cause);
    }
}
