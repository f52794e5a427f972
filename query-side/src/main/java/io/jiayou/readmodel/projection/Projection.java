package io.jiayou.readmodel.projection;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Documents;
import io.jiayou.readmodel.fold.Change;
import io.jiayou.readmodel.fold.Folding;
import io.jiayou.readmodel.fold.RecordedEvents;
import io.jiayou.readmodel.projection.Failure.Step;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Takes a processor's events into the documents of one generation, a batch at a time: one query, one fold, one bulk.
 *
 * <p>It works when the batch's last event arrives, so before the unit of work commits, and the token is stored at
 * commit: a token never stands ahead of its documents. A crash in between is harmless, since documents know their
 * position.
 */
final class Projection<V extends View> implements EventHandlerInvoker {

    private final ReadModel<V> model;
    private final Documents<V> documents;
    private final Progress progress;
    private final FoldMetrics metrics;

    Projection(ReadModel<V> model, Documents<V> documents, Progress progress, FoldMetrics metrics) {
        this.model = model;
        this.documents = documents;
        this.progress = progress;
        this.metrics = metrics;
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

    private void fold(List<RecordedEvent> batch) {
        List<Change<V>> changes = Folding.fold(model, batch, documents::load);
        if (!changes.isEmpty()) {
            metrics.timeWriting(() -> documents.write(changes));
        }
        progress.advanceTo(batch.getLast().position());
        progress.recovered(Step.FOLDING);
        metrics.folded(batch, changes.size());
    }

    // Documents are never wiped: a rebuild fills another generation.
    @Override
    public boolean supportsReset() {
        return false;
    }
}
