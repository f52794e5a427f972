package io.jiayou.archive.restore;

import io.jiayou.transparency.Checkpoint;
import io.jiayou.transparency.TreeHead;
import org.jspecify.annotations.Nullable;

/**
 * What a restore has done.
 *
 * @param head the tree of all events in the sink, recomputed from what the sink gives back
 * @param appended how many events were written now; the others were there already
 * @param complete whether that is all of the archive
 * @param newest the log's checkpoint at the archive's end, whose signature was verified; null for an archive without events
 */
public record Restored(
        TreeHead head,
        long appended,
        boolean complete,
        @Nullable Checkpoint newest) {}
