package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.documents.Lineage;
import io.jiayou.readmodel.rebuild.RebuildReport.Phase;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the generation that was live before a rebuild the live one again, once it has caught up. */
final class WayBack {

    private static final Logger log = LoggerFactory.getLogger(WayBack.class);

    private WayBack() {}

    static <V extends View> void take(Workshop workshop, ReadModel<V> model, RebuildProgress progress) {
        try {
            workshop.generations().look();
            Optional<Lineage> lineage = workshop.generations().lineage(model);
            Generation live = lineage.map(Lineage::live).orElseThrow(() -> nothing(model));
            Generation previous = lineage.map(Lineage::previous).orElseThrow(() -> nothing(model));
            progress.switching(previous);
            workshop.inHand().add(previous);
            try {
                workshop.processors().start(model, workshop.generations().documents(model, previous));
                workshop.catchUp(previous, live);
                workshop.generations().lineages().switchBack(live, previous);
                workshop.generations().look();
            } finally {
                workshop.inHand().remove(previous);
            }
            progress.enter(Phase.DONE);
            log.info("{} is live again", previous.name());
        } catch (InterruptedException | RuntimeException e) {
            progress.failed(e);
            log.error("{} couldn't be switched back", model.name(), e);
        }
    }

    private static IllegalStateException nothing(ReadModel<?> model) {
        return new IllegalStateException(model.name() + " has no previous generation to go back to");
    }
}
