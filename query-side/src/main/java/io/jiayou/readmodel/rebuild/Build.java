package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Canonical;
import io.jiayou.readmodel.documents.CanonicalHash;
import io.jiayou.readmodel.documents.Documents;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.fold.Fold;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.history.HistoryReader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A generation on its way: filled from the history, then compared, then given its token. */
final class Build<V extends View> implements Candidate<V>, AutoCloseable {

    private static final int CHUNK = 2_000;

    private final ReadModel<V> model;
    private final Documents<V> documents;
    private final Workspace<V> workspace;
    private final History history;
    private @Nullable HistoryReader reader;
    private long position;
    private @Nullable String lastEvent;

    /**
     * From the first event on, leaving out what is annulled up to a position.
     *
     * @param end that position; what is confirmed behind it is left out from there on
     * @param careful whether each document is tried whether it can be kept, event by event
     */
    Build(
            ReadModel<V> model,
            Documents<V> documents,
            History history,
            long end,
            int documentsInMemory,
            boolean careful) {
        this(
                model,
                documents,
                history,
                new Workspace<>(
                        documents,
                        documentsInMemory,
                        new SeenIds(),
                        shelf -> Fold.fromTheStart(model, shelf, history.annulledUpTo(end), history.replay()),
                        careful ? documents::requireKeepable : view -> {}),
                -1);
    }

    private Build(ReadModel<V> model, Documents<V> documents, History history, Workspace<V> workspace, long position) {
        this.model = model;
        this.documents = documents;
        this.history = history;
        this.workspace = workspace;
        this.position = position;
        documents.index(model.indexes());
    }

    /** A generation that was filled up to a position and is to go on. */
    static <V extends View> Build<V> resumed(
            ReadModel<V> model, Documents<V> documents, Workshop workshop, long position) {
        Workspace<V> workspace = new Workspace<>(
                documents,
                workshop.documentsInMemory(),
                SeenIds.any(),
                shelf -> new Fold<>(
                        model, shelf, documents.readMarks(), workshop.history().replay()),
                documents::requireKeepable);
        return new Build<>(model, documents, workshop.history(), workspace, position);
    }

    ReadModel<V> model() {
        return model;
    }

    Documents<V> documents() {
        return documents;
    }

    Generation generation() {
        return documents.generation();
    }

    /** Folds the events that follow those folded so far. */
    void fold(List<RecordedEvent> events) {
        workspace.fold(events);
        position = events.getLast().position();
        lastEvent = events.getLast().eventId();
    }

    /** The identifier of the event at its position, where it was folded here. */
    @Nullable
    String lastEvent() {
        return lastEvent;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public Iterable<V> inOrder() {
        workspace.flush();
        return documents.inOrder();
    }

    @Override
    public void goOnTo(long to) throws InterruptedException {
        if (to > position) {
            if (reader == null) {
                reader = new HistoryReader(history, position);
            }
            while (position < to) {
                fold(reader.next(to, CHUNK));
            }
        }
    }

    @Override
    public Optional<V> find(String id) {
        return workspace.find(id);
    }

    /** Everything folded so far is in the store. */
    void flush() {
        workspace.flush();
    }

    /** All that was folded so far, hashed: flushes, and reads every document. */
    CanonicalHash hash() {
        Canonical<V> canonical = new Canonical<>(documents);
        CanonicalHash hash = new CanonicalHash();
        inOrder().forEach(view -> hash.add(canonical.digest(view)));
        return hash;
    }

    @Override
    public void close() {
        workspace.close();
        if (reader != null) {
            reader.close();
        }
    }
}
