package io.jiayou.periodic;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Where notes on tasks outlast the process. Of two changes that begin with the same note, one happens. */
public interface Memory {

    /** @param task its name */
    Optional<String> find(String task);

    /**
     * Replaces a note, if it is still what it was.
     *
     * @param before null if there must be none
     * @return whether it was replaced
     */
    boolean replace(String task, @Nullable String before, String after);

    /** Notes that end with the process. */
    static Memory ofTheProcess() {
        Map<String, String> notes = new ConcurrentHashMap<>();
        return new Memory() {
            @Override
            public Optional<String> find(String task) {
                return Optional.ofNullable(notes.get(task));
            }

            @Override
            public boolean replace(String task, @Nullable String before, String after) {
                return before == null ? notes.putIfAbsent(task, after) == null : notes.replace(task, before, after);
            }
        };
    }
}
