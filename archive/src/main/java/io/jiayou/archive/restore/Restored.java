package io.jiayou.archive.restore;

import io.jiayou.transparency.TreeHead;

/**
 * What a restore has done.
 *
 * @param head the tree of all events in the sink, recomputed from what the sink gives back
 * @param appended how many events were written now; the others were there already
 * @param complete whether that is all of the archive
 */
public record Restored(TreeHead head, long appended, boolean complete) {}
