package io.jiayou.trials.bench;

import java.nio.file.Path;

/** One question about speed, answered by ratios. */
public interface Benchmark {

    /** What {@code ./jiayou bench} calls it. */
    String name();

    /**
     * Measures.
     *
     * @param directory empty, for whatever it writes; deleted afterwards
     * @throws Exception when the measurement isn't valid; a missed aim is no failure
     */
    Report run(Path directory, int pairs, Steps steps) throws Exception;
}
