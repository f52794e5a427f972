package io.jiayou.retention;

import io.jiayou.retention.events.RetentionEvent;
import io.jiayou.retention.events.SetPruned;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is recorded of one archive.
 *
 * @param pruned the SHA-256 of each set's manifest, by the set's number
 */
public record PrunedArchive(Map<Long, String> pruned) {

    /** Before the first event. */
    public static final PrunedArchive NONE = new PrunedArchive(Map.of());

    public PrunedArchive {
        pruned = Map.copyOf(pruned);
    }

    public PrunedArchive evolve(RetentionEvent event) {
        return switch (event) {
            case SetPruned it -> {
                Map<Long, String> more = new TreeMap<>(pruned);
                more.put(it.set(), it.setSha256());
                yield new PrunedArchive(more);
            }
        };
    }
}
