package io.jiayou.trials.prove;

import io.jiayou.trials.bench.Steps;
import java.nio.file.Path;

/** A promise that is put to the test. */
public interface Proof {

    /** What {@code ./jiayou prove} calls it. */
    String name();

    /** How many times make the full proof. */
    int fullTimes();

    /**
     * Tries to break the promise so many times.
     *
     * @param directory empty, for whatever it writes; kept if the promise was broken
     * @throws Exception when the trial itself couldn't go on; nothing is proven then
     */
    Verdict run(Path directory, int times, Steps steps) throws Exception;
}
