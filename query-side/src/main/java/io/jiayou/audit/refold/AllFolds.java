package io.jiayou.audit.refold;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.documents.CanonicalHash;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the events of a store fold to, read model by read model, in memory. */
public final class AllFolds {

    private static final int BATCH = 1_000;

    private AllFolds() {}

    /**
     * The documents of one read model.
     *
     * @param hash their canonical hash
     */
    public record Folded(long documents, String hash) {}

    /**
     * Folds all events of a store.
     *
     * @return by the read models' names
     * @throws IllegalStateException for an event that can't be folded
     */
    public static SortedMap<String, Folded> of(EventRecords events, Catalogue models) {
        LoggedEvents reading = new LoggedEvents(events::from);
        List<ModelFold<?>> folds = models.all().stream()
                .<ModelFold<?>>map(model -> new ModelFold<>(model, reading))
                .toList();
        long position = 0;
        for (List<EventRecord> part = events.from(0, BATCH); !part.isEmpty(); part = events.from(position, BATCH)) {
            for (EventRecord event : part) {
                reading.read(position, event).forEach(read -> folds.forEach(fold -> fold.fold(read)));
                position++;
            }
        }
        SortedMap<String, Folded> folded = new TreeMap<>();
        folds.forEach(fold -> folded.put(fold.name(), folded(fold)));
        return folded;
    }

    private static Folded folded(ModelFold<?> fold) {
        String failure = fold.failure();
        if (failure != null) {
            throw new IllegalStateException(fold.name() + ": " + failure);
        }
        CanonicalHash hash = fold.hash();
        long documents = hash.documents();
        return new Folded(documents, hash.hash());
    }
}
