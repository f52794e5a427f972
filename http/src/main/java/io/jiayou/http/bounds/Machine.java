package io.jiayou.http.bounds;

/**
 * What bounds follow from.
 *
 * @param heap bytes that the heap may grow to
 * @param cores processors that this process may use
 */
public record Machine(long heap, int cores) {

    /** What this process has. */
    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().maxMemory(), Runtime.getRuntime().availableProcessors());
    }
}
