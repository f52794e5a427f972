package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Documents;
import io.jiayou.readmodel.fold.Change;
import io.jiayou.readmodel.fold.Fold;
import io.jiayou.readmodel.fold.Marks;
import io.jiayou.readmodel.fold.Replay;
import io.jiayou.readmodel.fold.Shelf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Folds a history into a generation that nobody else writes. The documents used last stay in memory, so that each is
 * written about once, and nearly always as an insertion: of a document that was never written nothing has to be looked
 * up.
 */
final class Workspace<V extends View> implements Shelf<V>, AutoCloseable {

    private static final Replay NOTHING = (after, to, reader) -> {};

    private final Documents<V> documents;
    private final Fold<V> fold;
    private final Consumer<V> trial;
    private final int capacity;
    private final BulkWriter<V> writer;
    private final LinkedHashMap<String, Draft<V>> drafts = new LinkedHashMap<>(1024, 0.75f, true);
    private final SeenIds written;

    /** @param capacity how many documents stay in memory; a single batch of events may go beyond it */
    Workspace(ReadModel<V> model, Documents<V> documents, int capacity) {
        this(documents, capacity, new SeenIds(), shelf -> new Fold<>(model, shelf, Marks.NONE, NOTHING), view -> {});
    }

    /**
     * @param written which documents the generation has already, perhaps
     * @param fold makes the fold into this
     * @param trial throws for a view that couldn't be kept
     */
    Workspace(
            Documents<V> documents,
            int capacity,
            SeenIds written,
            Function<Shelf<V>, Fold<V>> fold,
            Consumer<V> trial) {
        this.written = written;
        this.documents = documents;
        this.fold = fold.apply(this);
        this.trial = trial;
        this.capacity = capacity;
        this.writer = new BulkWriter<>(documents);
    }

    /** Folds events that follow those folded so far. */
    void fold(List<RecordedEvent> events) {
        fold.take(events, trial);
        makeRoom();
    }

    @Override
    public void write(List<Change<V>> changes) {
        for (Change<V> change : changes) {
            V after = change.after();
            drafts.computeIfAbsent(after.id(), unknown -> Draft.unwritten(after))
                    .become(after);
        }
    }

    @Override
    public void remove(Set<String> ids) {
        writer.drain();
        documents.remove(ids);
        drafts.keySet().removeAll(ids);
    }

    @Override
    public void keep(Marks marks) {
        documents.mark(marks);
    }

    /** A document as it is after the last event folded. */
    Optional<V> find(String id) {
        return Optional.ofNullable(load(Set.of(id)).get(id));
    }

    /** Writes whatever isn't written yet; returns when all of it is in the store. */
    void flush() {
        save(drafts.values());
        writer.drain();
    }

    @Override
    public void close() {
        writer.close();
    }

    @Override
    public Map<String, V> load(Set<String> ids) {
        Map<String, V> current = HashMap.newHashMap(ids.size());
        List<String> outside = new ArrayList<>();
        for (String id : ids) {
            Draft<V> draft = drafts.get(id);
            if (draft != null) {
                current.put(id, draft.current());
            } else if (written.mayContain(id)) {
                outside.add(id);
            }
        }
        if (!outside.isEmpty()) {
            writer.drain();
            documents.load(outside).forEach((id, view) -> {
                drafts.put(id, Draft.stored(view));
                current.put(id, view);
            });
        }
        return current;
    }

    private void makeRoom() {
        if (drafts.size() > capacity) {
            List<Draft<V>> leaving = new ArrayList<>();
            Iterator<Draft<V>> eldest = drafts.values().iterator();
            for (int surplus = drafts.size() - capacity * 3 / 4; surplus > 0; surplus--) {
                leaving.add(eldest.next());
                eldest.remove();
            }
            save(leaving);
        }
    }

    private void save(Collection<Draft<V>> leaving) {
        List<Change<V>> changes = new ArrayList<>();
        for (Draft<V> draft : leaving) {
            draft.takeChange().ifPresent(change -> {
                changes.add(change);
                written.add(change.after().id());
            });
        }
        writer.write(changes);
    }
}
