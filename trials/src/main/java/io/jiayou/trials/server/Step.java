package io.jiayou.trials.server;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One command, and what shows that it was done.
 *
 * @param resource where {@code GET} shows it
 * @param marks what the resource shows afterwards, all of them or none: the names of its events, or a price
 * @param repeatable whether sending it again changes nothing, so that a client may do so when it got no answer
 */
public record Step(
        String method,
        String path,
        @Nullable Map<String, ?> body,
        String resource,
        List<String> marks,
        boolean repeatable) {

    static Step repeatable(String method, String path, Map<String, ?> body, String resource, String... marks) {
        return new Step(method, path, body, resource, List.of(marks), true);
    }

    static Step once(String method, String path, Map<String, ?> body, String resource, String... marks) {
        return new Step(method, path, body, resource, List.of(marks), false);
    }
}
