package io.jiayou.readmodel.projection;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Documents;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.documents.UnstorableException;
import io.jiayou.readmodel.fold.Change;
import io.jiayou.readmodel.fold.Fold;
import io.jiayou.readmodel.fold.Marks;
import io.jiayou.readmodel.fold.RecordedEvents;
import io.jiayou.readmodel.fold.Replay;
import io.jiayou.readmodel.fold.Shelf;
import io.jiayou.readmodel.projection.Failure.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a processor's events into the documents of one generation, a batch at a time: one query, one fold, one bulk.
 *
 * <p>An event that can't be taken stops its document; the processor goes on. What the store refuses is tried again.
 *
 * <p>It works when the batch's last event arrives, so before the unit of work commits, and the token is stored at
 * commit: a token never stands ahead of its documents. A crash in between is harmless, since documents know their
 * position.
 */
final class Projection<V extends View> implements EventHandlerInvoker, Shelf<V> {

    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);

    private final ReadModel<V> model;
    private final Documents<V> documents;
    private final Progress progress;
    private final FoldMetrics metrics;
    private final Replay replay;
    private volatile @Nullable Fold<V> fold;
    private final AtomicInteger opened = new AtomicInteger();

    Projection(ReadModel<V> model, Documents<V> documents, Progress progress, FoldMetrics metrics, Replay replay) {
        this.model = model;
        this.documents = documents;
        this.progress = progress;
        this.metrics = metrics;
        this.replay = replay;
    }

    // All events, also those that don't concern the model: its position has to follow the store's head.
    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) {
        if (!(CurrentUnitOfWork.get() instanceof BatchingUnitOfWork<?> batch)) {
            throw new IllegalStateException("Events of a read model come in batches");
        }
        if (batch.isLastMessage()) {
            fold(batch.getMessages().stream()
                    .map(message -> RecordedEvents.of((EventMessage<?>) message))
                    .toList());
        }
    }

    /** The work begins, or goes on after another node may have done some: what the documents lack is asked for again. */
    void opened() {
        opened.incrementAndGet();
        fold = null;
    }

    private void fold(List<RecordedEvent> batch) {
        int since = opened.get();
        Fold<V> known = fold;
        // Whatever goes wrong from here on, the next attempt starts from what is stored.
        fold = null;
        Fold<V> used = known == null ? fromStore() : known;
        int changed;
        try {
            changed = used.take(batch);
        } catch (UnstorableException e) {
            used = fromStore();
            changed = used.take(batch, documents::requireKeepable);
        }
        fold = opened.get() == since ? used : null;
        progress.advanceTo(batch.getLast().position());
        progress.recovered(Step.FOLDING);
        metrics.folded(batch, changed);
    }

    private Fold<V> fromStore() {
        return new Fold<>(model, this, documents.readMarks(), replay);
    }

    @Override
    public Map<String, V> load(Set<String> ids) {
        return documents.load(ids);
    }

    @Override
    public void write(List<Change<V>> changes) {
        metrics.timeWriting(() -> documents.write(changes));
    }

    @Override
    public void remove(Set<String> ids) {
        documents.remove(ids);
    }

    @Override
    public void keep(Marks marks) {
        Generation generation = documents.generation();
        Marks before = documents.marks();
        marks.stopped().forEach((document, stop) -> {
            if (!before.stopped().containsKey(document)) {
                LOG.error(
                        "A document of {} stops before the event at position {}, which it can't take: {}",
                        generation.name(),
                        stop.position(),
                        stop.error());
            }
        });
        documents.mark(marks);
    }

    // Documents are never wiped: a rebuild fills another generation.
    @Override
    public boolean supportsReset() {
        return false;
    }
}
