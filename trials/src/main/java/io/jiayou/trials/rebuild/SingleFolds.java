package io.jiayou.trials.rebuild;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Documents;
import io.jiayou.readmodel.fold.Change;
import io.jiayou.readmodel.fold.Folding;
import io.jiayou.readmodel.fold.Marking;
import io.jiayou.readmodel.fold.Marks;
import io.jiayou.readmodel.fold.RecordedEvents;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;

/** Folds each event by itself: loads its documents, folds, writes them. */
final class SingleFolds<V extends View> implements EventHandlerInvoker {

    private final ReadModel<V> model;
    private final Documents<V> documents;
    private volatile long events;

    SingleFolds(ReadModel<V> model, Documents<V> documents) {
        this.model = model;
        this.documents = documents;
    }

    /** How many it has folded. */
    long events() {
        return events;
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) {
        List<Change<V>> changes =
                Folding.fold(model, List.of(RecordedEvents.of(event)), documents::load, new Marking(Marks.NONE));
        if (!changes.isEmpty()) {
            documents.write(changes);
        }
        events = RecordedEvents.positionOf(event) + 1;
    }
}
