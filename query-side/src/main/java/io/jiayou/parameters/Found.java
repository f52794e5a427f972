package io.jiayou.parameters;

import io.jiayou.rules.Rule;
import java.util.Optional;

/** Answers for a single document. */
public final class Found {

    private Found() {}

    /**
     * A document that has to exist.
     *
     * @param unknown the rule that nothing of this kind has this id
     * @throws io.jiayou.rules.RuleViolation if it doesn't exist
     */
    public static <V> V orUnknown(Optional<V> view, Rule unknown) {
        return view.orElseThrow(() -> unknown.violated("nothing has this id"));
    }
}
