package io.jiayou.readmodel.fold;

import io.jiayou.readmodel.testing.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Documents without a store. */
final class DocumentsInMemory implements Shelf<Tally> {

    final Map<String, Tally> all = new HashMap<>();
    /** What was asked of it, in order: {@code write 2}, {@code remove 1}, {@code keep [stopped] [annulled]}. */
    final List<String> done = new ArrayList<>();

    Marks marks = Marks.NONE;

    @Override
    public Map<String, Tally> load(Set<String> ids) {
        Map<String, Tally> existing = new HashMap<>(all);
        existing.keySet().retainAll(ids);
        return existing;
    }

    @Override
    public void write(List<Change<Tally>> changes) {
        done.add("write " + changes.size());
        changes.forEach(change -> all.put(change.after().id(), change.after()));
    }

    @Override
    public void remove(Set<String> ids) {
        done.add("remove " + ids.size());
        all.keySet().removeAll(ids);
    }

    @Override
    public void keep(Marks kept) {
        done.add("keep " + kept.stopped().keySet() + " " + kept.annulled().keySet());
        marks = kept;
    }
}
