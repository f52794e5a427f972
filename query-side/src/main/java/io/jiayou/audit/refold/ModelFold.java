package io.jiayou.audit.refold;

import com.mongodb.MongoClientSettings;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Canonical;
import io.jiayou.readmodel.documents.CanonicalHash;
import io.jiayou.readmodel.fold.Change;
import io.jiayou.readmodel.fold.Fold;
import io.jiayou.readmodel.fold.Marks;
import io.jiayou.readmodel.fold.Replay;
import io.jiayou.readmodel.fold.Shelf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All documents of one read model in memory, as the events so far made them. */
final class ModelFold<V extends View> implements Shelf<V> {

    private static final int BATCH = 1_000;

    private final ReadModel<V> model;
    private final Fold<V> fold;
    private final TreeMap<String, V> documents = new TreeMap<>();
    private final List<RecordedEvent> waiting = new ArrayList<>();
    private @Nullable String failure;

    /** @param again the same events, for documents that are folded anew */
    ModelFold(ReadModel<V> model, Replay again) {
        this.model = model;
        this.fold = new Fold<>(model, this, Marks.NONE, again);
    }

    String name() {
        return model.name();
    }

    /** Goes on until the model itself fails: from there on there's only {@link #failure}. */
    void fold(RecordedEvent event) {
        waiting.add(event);
        if (waiting.size() == BATCH) {
            settle();
        }
    }

    private void settle() {
        if (failure == null && !waiting.isEmpty()) {
            try {
                fold.take(waiting);
            } catch (RuntimeException e) {
                failure = "the events up to position " + waiting.getLast().position() + " can't be folded: "
                        + e.getClass().getSimpleName();
            }
        }
        waiting.clear();
    }

    @Nullable
    String failure() {
        settle();
        return failure;
    }

    /** What they are now. */
    CanonicalHash hash() {
        settle();
        Canonical<V> canonical = new Canonical<>(model.view(), MongoClientSettings.getDefaultCodecRegistry());
        CanonicalHash hash = new CanonicalHash();
        documents.values().forEach(view -> hash.add(canonical.digest(view)));
        return hash;
    }

    @Override
    public Map<String, V> load(Set<String> ids) {
        Map<String, V> existing = HashMap.newHashMap(ids.size());
        for (String id : ids) {
            V view = documents.get(id);
            if (view != null) {
                existing.put(id, view);
            }
        }
        return existing;
    }

    @Override
    public void write(List<Change<V>> changes) {
        changes.forEach(change -> documents.put(change.after().id(), change.after()));
    }

    @Override
    public void remove(Set<String> ids) {
        documents.keySet().removeAll(ids);
    }

    @Override
    public void keep(Marks marks) {
        // a statement speaks of documents alone
    }
}
