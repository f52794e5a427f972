package io.jiayou.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a restore drill has found.
 *
 * @param at when it ended
 * @param target where the archive lay
 * @param until up to where it was restored: {@code everything}, or a number of events
 * @param equal whether the log's root and all read models are those of the live system at that position
 * @param events how many were restored
 * @param root of their tree, in Base64
 * @param rootEqual whether the live log continues exactly that tree
 * @param models what they fold to, there and here
 * @param restoreSeconds seconds from the first look at the target to the last event read back
 * @param foldSeconds seconds for folding all read models
 * @param behindEvents how many events of the live system the archive doesn't have yet
 * @param behindSeconds how long ago the first of them was recorded, seconds
 * @param error what kept the drill from its end; absent if nothing did
 */
public record DrillReport(
        Instant at,
        String target,
        String until,
        boolean equal,
        long events,
        String root,
        boolean rootEqual,
        List<Model> models,
        double restoreSeconds,
        double foldSeconds,
        long behindEvents,
        double behindSeconds,
        @Nullable String error) {

    /**
     * One read model after a restore drill.
     *
     * @param name the read model's name
     * @param documents how many were folded from what was restored
     * @param hash the canonical hash of the documents folded from what was restored
     * @param liveHash the canonical hash of the live system's documents at the same position
     */
    public record Model(String name, long documents, String hash, String liveHash) {

        public boolean equal() {
            return hash.equals(liveHash);
        }
    }

    /** One that didn't come to its end. */
    public static DrillReport failed(Instant at, String target, String until, String error) {
        return new DrillReport(at, target, until, false, 0, "", false, List.of(), 0, 0, 0, 0, error);
    }
}
