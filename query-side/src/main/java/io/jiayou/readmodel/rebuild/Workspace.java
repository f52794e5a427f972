package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Documents;
import io.jiayou.readmodel.fold.Change;
import io.jiayou.readmodel.fold.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Folds a history into a generation that nobody else writes. The documents used last stay in memory, so that each is
 * written about once, and nearly always as an insertion: of a document that was never written nothing has to be looked
 * up.
 */
final class Workspace<V extends View> implements AutoCloseable {

    private final ReadModel<V> model;
    private final Documents<V> documents;
    private final int capacity;
    private final BulkWriter<V> writer;
    private final LinkedHashMap<String, Draft<V>> drafts = new LinkedHashMap<>(1024, 0.75f, true);
    private final SeenIds written;

    /** @param capacity how many documents stay in memory; a single batch of events may go beyond it */
    Workspace(ReadModel<V> model, Documents<V> documents, int capacity) {
        this(model, documents, capacity, new SeenIds());
    }

    /** @param written which documents the generation has already, perhaps */
    Workspace(ReadModel<V> model, Documents<V> documents, int capacity, SeenIds written) {
        this.written = written;
        this.model = model;
        this.documents = documents;
        this.capacity = capacity;
        this.writer = new BulkWriter<>(documents);
    }

    /** Folds events that follow those folded so far. */
    void fold(List<RecordedEvent> events) {
        for (Change<V> change : Folding.fold(model, events, this::current)) {
            V after = change.after();
            drafts.computeIfAbsent(after.id(), unknown -> Draft.unwritten(after))
                    .become(after);
        }
        makeRoom();
    }

    /** A document as it is after the last event folded. */
    Optional<V> find(String id) {
        return Optional.ofNullable(current(Set.of(id)).get(id));
    }

    /** Writes whatever isn't written yet; returns when all of it is in the store. */
    void flush() {
        write(drafts.values());
        writer.drain();
    }

    @Override
    public void close() {
        writer.close();
    }

    private Map<String, V> current(Set<String> ids) {
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
            write(leaving);
        }
    }

    private void write(Collection<Draft<V>> leaving) {
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
