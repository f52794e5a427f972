package io.jiayou.trials.prove;

import java.util.List;
import java.util.Map;

/**
 * How a proof ended.
 *
 * @param figures what was done and found, in the order in which they are told
 * @param violations what broke the promise, one line each; none if it holds
 */
public record Verdict(String name, Map<String, Object> figures, List<String> violations) {

    public boolean holds() {
        return violations.isEmpty();
    }
}
