package io.jiayou.identity.credentials;

import org.jspecify.annotations.Nullable;

/**
 * What was decided about a record.
 *
 * @param change whether the record becomes another
 * @param after what it becomes; none to remove it
 * @param answer what whoever asked is told
 */
public record Decided<T, R>(boolean change, @Nullable T after, R answer) {

    public static <T, R> Decided<T, R> become(@Nullable T after, R answer) {
        return new Decided<>(true, after, answer);
    }

    public static <T, R> Decided<T, R> keep(R answer) {
        return new Decided<>(false, null, answer);
    }
}
