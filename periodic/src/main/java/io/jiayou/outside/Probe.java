package io.jiayou.outside;

import java.time.Duration;

/** Asks something that may be away something small. */
@FunctionalInterface
public interface Probe {

    /**
     * @param within it fails if there is no answer so long
     * @throws Exception if it doesn't answer
     */
    void ask(Duration within) throws Exception;
}
