package io.jiayou.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a machine's key is good for. */
public enum Scope {
    /** A pump controller: records what was dispensed. */
    PUMP,
    /** A payment channel: confirms payments. */
    PAYMENTS,
    /** A price feed. */
    PRICES,
    /** Files of other systems. */
    IMPORTS,
    /** Orders and dashboards, to read. */
    READING,
    /** What monitoring reads. */
    METRICS,
    /** The node that archives: says which sets it deleted. */
    ARCHIVE,
    /** The nodes that fold events into read models: say which ones they couldn't take. */
    READ_MODELS;

    /** The stable code: {@code pump}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The scope of a code; none for anything else. */
    public static Optional<Scope> of(String code) {
        return Arrays.stream(values())
                .filter(scope -> scope.code().equals(code))
                .findFirst();
    }
}
