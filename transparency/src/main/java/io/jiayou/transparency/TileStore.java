package io.jiayou.transparency;

import org.jspecify.annotations.Nullable;

/**
 * Keeps tiles (and entry bundles) by their path. What has been written is read and durable only after the next
 * {@link #commit()}, so a batch of tiles costs one wait. One thread writes; any number read.
 */
public interface TileStore {

    /** The committed content, or null if there is none. */
    byte @Nullable [] read(String path);

    /**
     * Prepares a content for the next commit. Committed content never changes: the same again is ignored.
     *
     * @throws IllegalStateException if the path has other content; it has to be deleted first
     */
    void write(String path, byte[] content);

    /** Makes all that was written since the last commit readable and durable, in the order in which it was written. */
    void commit();

    /** Drops all that was written since the last commit, also after a commit that failed. */
    void discard();

    /** Removes one path's content, if there is any. */
    void delete(String path);

    /** Removes all partial tiles that became the full one at this path, if there are any. */
    void deletePartials(String fullPath);
}
