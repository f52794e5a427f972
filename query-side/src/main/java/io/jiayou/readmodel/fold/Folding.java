package io.jiayou.readmodel.fold;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Folds batches of events into the documents that they touch. */
public final class Folding {

    private Folding() {}

    /**
     * Folds events in their global order.
     *
     * @param load finds the documents that exist, by their ids; asked once, and only if any is touched
     * @return what changed
     */
    public static <V extends View> List<Change<V>> fold(
            ReadModel<V> model, List<RecordedEvent> events, Function<Set<String>, Map<String, V>> load) {
        List<Collection<String>> documentsOf = new ArrayList<>(events.size());
        Set<String> touched = new LinkedHashSet<>();
        for (RecordedEvent event : events) {
            Collection<String> documents = model.documentsOf(event.payload());
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
                after.put(id, next(model, id, after.get(id), events.get(i)));
            }
        }
        return changes(before, after);
    }

    /**
     * One document after one event; the same instance if it has seen the event before.
     *
     * @throws IllegalStateException if the read model breaks its contract
     */
    public static <V extends View> V next(ReadModel<V> model, String id, @Nullable V view, RecordedEvent event) {
        if (view != null && event.position() <= view.position()) {
            return view;
        }
        V next = model.fold(id, view, event);
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
