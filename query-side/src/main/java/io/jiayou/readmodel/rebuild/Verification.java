package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Canonical;
import io.jiayou.readmodel.documents.Documents;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares live documents with a fold of their events that never touches a store. Memory is bounded: where there are
 * more documents than may be in memory at once, the history is folded once per range of ids.
 */
final class Verification<V extends View> {

    private final Workshop workshop;
    private final ReadModel<V> model;
    private final Documents<V> live;
    private final long position;
    private final List<String> cuts;

    Verification(Workshop workshop, ReadModel<V> model) {
        this.workshop = workshop;
        this.model = model;
        this.live = workshop.generations()
                .live(model)
                .map(generation -> workshop.generations().documents(model, generation))
                .orElseThrow(() -> new IllegalStateException(model.name() + " isn't filled yet"));
        this.position = workshop.positions().of(live.generation());
        this.cuts = live.everyNthId(workshop.documentsInMemory());
    }

    Differences run(VerificationProgress progress) throws InterruptedException {
        progress.begun(live.generation(), (position + 1) * (cuts.size() + 1));
        Comparison<V> comparison =
                new Comparison<>(new Canonical<>(live), position, position, workshop.history()::head);
        for (int range = 0; range <= cuts.size(); range++) {
            String from = range == 0 ? null : cuts.get(range - 1);
            String to = range == cuts.size() ? null : cuts.get(range);
            try (FoldInMemory<V> fold = new FoldInMemory<>(
                    model, workshop.history(), position, id -> isWithin(id, from, to), progress::folded)) {
                fold.goOnTo(position);
                comparison.compare(fold, live.inOrder(from, to));
            }
        }
        return comparison.differences();
    }

    private static boolean isWithin(String id, @Nullable String from, @Nullable String to) {
        return (from == null || id.compareTo(from) >= 0) && (to == null || id.compareTo(to) < 0);
    }
}
