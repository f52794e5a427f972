package io.jiayou.commandcalls;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a node of the query side logs in at the command side. */
@FunctionalInterface
public interface CommandLogin {

    /**
     * What is shown where.
     *
     * @param path of the login, such as {@code /api/sessions/machine}
     * @param body what it takes; for one time
     */
    record Proof(String path, Map<String, String> body) {}

    /** A new proof. */
    Proof proof();

    /** By a program's key; null where there is none, and nobody is asked for a token. */
    static @Nullable CommandLogin byKey(@Nullable String key) {
        return key == null || key.isBlank() ? null : () -> new Proof("/api/sessions/machine", Map.of("key", key));
    }
}
