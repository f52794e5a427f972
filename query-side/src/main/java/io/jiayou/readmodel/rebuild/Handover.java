package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Canonical;
import io.jiayou.readmodel.documents.CanonicalHash;
import io.jiayou.readmodel.documents.Documents;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.rebuild.RebuildReport.Phase;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From a filled generation to the live one: compared with the one that is live, kept up to date by a processor of its
 * own, then switched in one write. Queries never see less than before.
 */
final class Handover<V extends View> {

    private static final Logger log = LoggerFactory.getLogger(Handover.class);
    private static final Duration LIVE_CATCHES_UP = Duration.ofSeconds(10);

    private final Workshop workshop;
    private final Build<V> build;
    private final RebuildProgress progress;
    private final Generation built;

    Handover(Workshop workshop, Build<V> build, RebuildProgress progress) {
        this.workshop = workshop;
        this.build = build;
        this.progress = progress;
        this.built = build.generation();
    }

    void run() throws InterruptedException {
        Optional<Generation> live = workshop.generations().live(build.model());
        if (live.isPresent()) {
            progress.enter(Phase.COMPARING);
            compare(workshop.generations().documents(build.model(), live.get()));
        } else {
            CanonicalHash hash = build.hash();
            workshop.generations().statements().state(built, build.position(), hash.documents(), hash.hash());
        }
        progress.enter(Phase.SWITCHING);
        build.flush();
        workshop.generations().positions().put(built, build.position(), build.lastEvent());
        workshop.inHand().add(built);
        workshop.processors().start(build.model(), build.documents());
        if (live.isPresent()) {
            workshop.catchUp(built, live.get());
        }
        workshop.generations().lineages().switchTo(built);
        workshop.generations().dropUnused(workshop.models());
        workshop.inHand().remove(built);
    }

    private void compare(Documents<V> live) throws InterruptedException {
        workshop.positions().await(build.model(), build.position(), LIVE_CATCHES_UP);
        long reached = workshop.positions().of(live.generation());
        Comparison<V> comparison =
                new Comparison<>(new Canonical<>(live), build.position(), reached, workshop.history()::head);
        comparison.compare(build, live.inOrder());
        Differences differences = comparison.differences();
        progress.compared(differences);
        workshop.generations()
                .statements()
                .state(built, differences.position(), differences.documents(), differences.hash());
        if (differences.none()) {
            log.info("{} equals {}: {}", built.name(), live.generation().name(), differences.hash());
        } else {
            log.warn("{} differs from {}: {}", built.name(), live.generation().name(), differences);
        }
    }
}
