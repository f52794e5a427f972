package io.jiayou.trials.bench;

import java.nio.file.Path;

/** One question about speed, answered by ratios. */
public interface Benchmark {

    /** What {@code ./jiayou bench} calls it. */
    String name();

    /** Whether it takes so long that it runs only when it's named. */
    default boolean byNameOnly() {
        return false;
    }

    /**
     * Measures.
     *
     * @param directory empty, for whatever it writes; deleted afterwards
     * @throws Exception when the measurement isn't valid; a missed aim is no failure
     */
    Report run(Path directory, int pairs, Steps steps) throws Exception;
}
