package io.jiayou.readmodel.fold;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Leaves an event out of documents that it has reached already. Done twice it changes nothing more, as after a crash: what
 * is left out is kept first, the documents are written then, and only then are they said to go on.
 */
final class Refolding<V extends View> {

    private final ReadModel<V> model;
    private final Shelf<V> shelf;
    private final Marking marking;
    private final Replay replay;
    private final Consumer<V> trial;

    Refolding(ReadModel<V> model, Shelf<V> shelf, Marking marking, Replay replay, Consumer<V> trial) {
        this.model = model;
        this.shelf = shelf;
        this.marking = marking;
        this.replay = replay;
        this.trial = trial;
    }

    /**
     * Folds on what stood still before the event, and all else that it reached from the first event on.
     *
     * @param end the position of the last event to take in
     * @return how many documents changed
     */
    int without(long position, long end) {
        Set<String> waiting = new HashSet<>(marking.stoppedAt(position));
        Set<String> touched = new HashSet<>(touchedBy(position));
        // One that stood still before it never took it in.
        touched.removeIf(id -> marking.isStopped(id, position));
        return refold(waiting, position, end, shelf.load(waiting)) + refold(touched, -1, end, Map.of());
    }

    /** Also the document of its aggregate, where its key can't be read: after a crash it may seem to lack nothing. */
    private Collection<String> touchedBy(long position) {
        Set<String> documents = new HashSet<>();
        Marking keyless = new Marking(Marks.NONE);
        replay.read(
                position - 1,
                position,
                events -> events.forEach(event -> documents.addAll(Folding.documentsOf(model, event, keyless))));
        documents.addAll(keyless.marks().stopped().keySet());
        return documents;
    }

    private int refold(Set<String> ids, long after, long end, Map<String, V> base) {
        if (ids.isEmpty()) {
            return 0;
        }
        ids.forEach(marking::release);
        ReadModel<V> only = new Only<>(model, ids::contains);
        Map<String, V> views = new HashMap<>(base);
        replay.read(after, end, events -> Folding.fold(only, events, wanted -> those(views, wanted), marking, trial)
                .forEach(change -> views.put(change.after().id(), change.after())));
        return replace(ids, views);
    }

    private int replace(Set<String> ids, Map<String, V> views) {
        Map<String, V> before = shelf.load(ids);
        List<Change<V>> changes = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        for (String id : ids) {
            V old = before.get(id);
            V view = views.get(id);
            if (view == null && old != null) {
                gone.add(id);
            } else if (view != null && !view.equals(old)) {
                changes.add(new Change<>(old, view));
            }
        }
        if (!changes.isEmpty()) {
            shelf.write(changes);
        }
        if (!gone.isEmpty()) {
            shelf.remove(gone);
        }
        return changes.size() + gone.size();
    }

    private static <V> Map<String, V> those(Map<String, V> all, Set<String> wanted) {
        Map<String, V> some = new HashMap<>(all);
        some.keySet().retainAll(wanted);
        return some;
    }
}
