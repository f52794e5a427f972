package io.jiayou.readmodel.fold;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@link Marks} while they change. Not for several threads. */
public final class Marking {

    private final SortedMap<String, Stop> stopped;
    private final SortedMap<Long, Stop> incomplete;
    private final SortedMap<Long, Long> annulled;
    private boolean changed;

    public Marking(Marks marks) {
        stopped = new TreeMap<>(marks.stopped());
        incomplete = new TreeMap<>(marks.incomplete());
        annulled = new TreeMap<>(marks.annulled());
    }

    /** As they are now. */
    public Marks marks() {
        return new Marks(new TreeMap<>(stopped), new TreeMap<>(incomplete), new TreeMap<>(annulled));
    }

    /** Whether they have changed since the last time that this was asked. */
    public boolean takeChanged() {
        boolean before = changed;
        changed = false;
        return before;
    }

    boolean isAnnulled(long position) {
        return !annulled.isEmpty() && annulled.containsKey(position);
    }

    /** Whether a document stands still before an event, or before an earlier one. */
    boolean isStopped(String document, long position) {
        @Nullable Stop stop = stopped.get(document);
        return stop != null && stop.position() <= position;
    }

    /** A document stands still from here on; of several stops the first one counts. */
    void stop(String document, Stop stop) {
        if (!isStopped(document, stop.position())) {
            stopped.put(document, stop);
            changed = true;
        }
    }

    void incomplete(Stop stop) {
        changed |= incomplete.put(stop.position(), stop) == null;
    }

    /** Leaves an event out from now on. What it has already done to documents is another matter. */
    void annul(long position, long confirmation) {
        changed |= annulled.put(position, confirmation) == null;
        incomplete.remove(position);
    }

    /** The documents that stand still just there. */
    List<String> stoppedAt(long position) {
        return stopped.entrySet().stream()
                .filter(entry -> entry.getValue().position() == position)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Lets a document go on; whoever does it folds it. */
    void release(String document) {
        changed |= stopped.remove(document) != null;
    }
}
