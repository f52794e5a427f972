package io.jiayou.readmodel.rebuild;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of live documents with an independent fold of the same events found.
 *
 * @param position where both were compared; documents that had moved on meanwhile were compared at their own position
 * @param documents of the independent fold
 * @param different documents that aren't what the events say, missing and surplus ones included
 * @param first ids of the first ten of them, in their order
 * @param notCompared documents that the live generation has no state of at the position, since it is behind
 * @param hash the canonical hash of the independent fold at the position
 * @param liveHash the canonical hash of the live documents at the position; none if it can't be known, because a
 *     document that differs had moved on or some weren't compared
 */
public record Differences(
        long position,
        long documents,
        long different,
        List<String> first,
        long notCompared,
        String hash,
        @Nullable String liveHash) {

    /** Whether every document is exactly what the events say. */
    public boolean none() {
        return different == 0 && notCompared == 0 && hash.equals(liveHash);
    }
}
