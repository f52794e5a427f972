package io.jiayou.readmodel.fold;

import io.jiayou.annulment.events.AnnulmentConfirmed;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One read model's fold into one set of documents, batch by batch. Where it meets the confirmation of an annulment, the
 * annulled event is left out from there on, and the documents that it reached are folded again without it. Not for several
 * threads.
 */
public final class Fold<V extends View> {

    /** Where so many documents stop, it isn't the events that are wrong but what folds them. */
    public static final int MOST_STOPS = 1_000;

    private final ReadModel<V> model;
    private final Shelf<V> shelf;
    private final Replay replay;
    private final Marking marking;
    private final Set<Long> neverTaken;

    /** @param marks what the documents lack already */
    public Fold(ReadModel<V> model, Shelf<V> shelf, Marks marks, Replay replay) {
        this(model, shelf, marks, replay, Set.of());
    }

    private Fold(ReadModel<V> model, Shelf<V> shelf, Marks marks, Replay replay, Set<Long> neverTaken) {
        this.model = model;
        this.shelf = shelf;
        this.replay = replay;
        this.marking = new Marking(marks);
        this.neverTaken = neverTaken;
    }

    /**
     * A fold of all events, into no documents yet, that leaves out some from the first one on.
     *
     * @param annulled the positions of those, with their confirmations', which are among what will be folded
     */
    public static <V extends View> Fold<V> fromTheStart(
            ReadModel<V> model, Shelf<V> shelf, Map<Long, Long> annulled, Replay replay) {
        Fold<V> fold = new Fold<>(model, shelf, Marks.NONE, replay, Set.copyOf(annulled.keySet()));
        annulled.forEach(fold.marking::annul);
        return fold;
    }

    /**
     * Folds the events that follow, or once more some that came before.
     *
     * @return how many documents changed
     * @throws IllegalStateException if the model breaks its contract, or nearly nothing can be folded any more
     */
    public int take(List<RecordedEvent> events) {
        return take(events, view -> {});
    }

    /** As above; a view that the trial throws for can't be kept, and its document stops before the event that made it. */
    public int take(List<RecordedEvent> events, Consumer<V> trial) {
        int changed = 0;
        int from = 0;
        for (int i = 0; i < events.size(); i++) {
            RecordedEvent event = events.get(i);
            if (event.payload() instanceof AnnulmentConfirmed it && leavesOut(it, event.position())) {
                changed += fold(events.subList(from, i), trial);
                changed += without(it.position(), event.position(), trial);
                from = i;
            }
        }
        return changed + fold(events.subList(from, events.size()), trial);
    }

    /** An annulment leaves out nothing that was recorded after it. */
    private boolean leavesOut(AnnulmentConfirmed confirmed, long position) {
        return confirmed.position() < position && !neverTaken.contains(confirmed.position());
    }

    private int fold(List<RecordedEvent> events, Consumer<V> trial) {
        List<Change<V>> changes = Folding.fold(model, events, shelf::load, marking, trial);
        keep();
        if (!changes.isEmpty()) {
            shelf.write(changes);
        }
        return changes.size();
    }

    /** That documents go on is kept with what is folded next, after they were written. */
    private int without(long position, long confirmation, Consumer<V> trial) {
        marking.annul(position, confirmation);
        keep();
        return new Refolding<>(model, shelf, marking, replay, trial).without(position, confirmation - 1);
    }

    private void keep() {
        if (marking.takeChanged()) {
            Marks marks = marking.marks();
            if (marks.stopped().size() + marks.incomplete().size() > MOST_STOPS) {
                throw new IllegalStateException(
                        "%s can't take the events of more than %d documents".formatted(model.name(), MOST_STOPS));
            }
            shelf.keep(marks);
        }
    }
}
