package io.jiayou.readmodel.fold;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.UnreadablePayload;
import io.jiayou.readmodel.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Folds batches of events into the documents that they touch.
 *
 * <p>An event that can't be taken stops its document and nothing else. Only what the pure parts throw says so, a model's
 * key and its fold: whatever a store throws is somebody else's to try again.
 */
public final class Folding {

    private Folding() {}

    /**
     * Folds events in their global order.
     *
     * @param load finds the documents that exist, by their ids; asked once, and only if any is touched
     * @param marks which events are left out and which documents stand still; takes in what is found here
     * @return what changed
     */
    public static <V extends View> List<Change<V>> fold(
            ReadModel<V> model, List<RecordedEvent> events, Function<Set<String>, Map<String, V>> load, Marking marks) {
        return fold(model, events, load, marks, view -> {});
    }

    /**
     * As above.
     *
     * @param trial throws for a view that couldn't be kept; the event that made it then counts as one that can't be taken
     */
    public static <V extends View> List<Change<V>> fold(
            ReadModel<V> model,
            List<RecordedEvent> events,
            Function<Set<String>, Map<String, V>> load,
            Marking marks,
            Consumer<V> trial) {
        List<Collection<String>> documentsOf = new ArrayList<>(events.size());
        Set<String> touched = new LinkedHashSet<>();
        for (RecordedEvent event : events) {
            Collection<String> documents = documentsOf(model, event, marks);
            documentsOf.add(documents);
            touched.addAll(documents);
        }
        if (touched.isEmpty()) {
            return List.of();
        }
        Map<String, V> before = load.apply(touched);
        Map<String, V> after = new HashMap<>(before);
        for (int i = 0; i < events.size(); i++) {
            for (String id : documentsOf.get(i)) {
                take(model, id, events.get(i), after, marks, trial);
            }
        }
        return changes(before, after);
    }

    /** The documents that an event reaches; none of an event that is left out, or whose key can't be read. */
    static <V extends View> Collection<String> documentsOf(ReadModel<V> model, RecordedEvent event, Marking marks) {
        if (marks.isAnnulled(event.position())) {
            return List.of();
        }
        if (event.payload() instanceof UnreadablePayload unreadable) {
            keyless(model, event, unreadable.type(), unreadable.error(), marks);
            return List.of();
        }
        try {
            return model.documentsOf(event.payload());
        } catch (RuntimeException | StackOverflowError e) {
            keyless(model, event, event.payload().getClass(), nameOf(e), marks);
            return List.of();
        }
    }

    /** Nobody knows which documents the event reaches; of those of a single aggregate, it's that one's. */
    private static void keyless(ReadModel<?> model, RecordedEvent event, Class<?> type, String error, Marking marks) {
        Stop stop = new Stop(event.position(), event.recordedAt(), error);
        if (model.reads(type)) {
            if (model.isKeyedByAggregate()) {
                marks.stop(event.aggregateId(), stop);
            } else {
                marks.incomplete(stop);
            }
        }
    }

    private static <V extends View> void take(
            ReadModel<V> model,
            String id,
            RecordedEvent event,
            Map<String, V> views,
            Marking marks,
            Consumer<V> trial) {
        V view = views.get(id);
        if (marks.isStopped(id, event.position()) || hasSeen(view, event)) {
            return;
        }
        V next;
        try {
            next = model.fold(id, view, event);
            trial.accept(next);
        } catch (RuntimeException | StackOverflowError e) {
            marks.stop(id, new Stop(event.position(), event.recordedAt(), nameOf(e)));
            return;
        }
        views.put(id, required(model, id, next, event));
    }

    /** The class of what went wrong first. */
    static String nameOf(Throwable error) {
        Throwable first = error;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first.getClass().getSimpleName();
    }

    /**
     * One document after one event; the same instance if it has seen the event before.
     *
     * @throws IllegalStateException if the read model breaks its contract
     */
    public static <V extends View> V next(ReadModel<V> model, String id, @Nullable V view, RecordedEvent event) {
        return view != null && hasSeen(view, event) ? view : required(model, id, model.fold(id, view, event), event);
    }

    private static boolean hasSeen(@Nullable View view, RecordedEvent event) {
        return view != null && event.position() <= view.position();
    }

    /** A model that breaks its contract is wrong for all its documents: it fails as a whole. */
    private static <V extends View> V required(ReadModel<V> model, String id, V next, RecordedEvent event) {
        if (!next.id().equals(id) || next.position() != event.position()) {
            throw new IllegalStateException("%s folded event %d for document %s into document %s at position %d"
                    .formatted(model.name(), event.position(), id, next.id(), next.position()));
        }
        return next;
    }

    private static <V extends View> List<Change<V>> changes(Map<String, V> before, Map<String, V> after) {
        Map<String, Change<V>> changes = LinkedHashMap.newLinkedHashMap(after.size());
        after.forEach((id, view) -> {
            V old = before.get(id);
            if (old != view) {
                changes.put(id, new Change<>(old, view));
            }
        });
        return List.copyOf(changes.values());
    }
}
