package io.jiayou.command;

import io.jiayou.http.ProblemException;
import io.jiayou.ids.Ids;
import io.jiayou.rules.Problem;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads fields of request bodies into values. */
public final class Fields {

    /** What clients may choose as an id: UUIDs and other short names. */
    public static final String ID = "[A-Za-z0-9._-]{1,64}";

    private Fields() {}

    /**
     * Makes a value of a field.
     *
     * @throws ProblemException INVALID_FIELD with the field's name when the value refuses it
     */
    public static <T, V> V read(String field, T given, Function<T, V> value) {
        try {
            return value.apply(given);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.INVALID_FIELD, field, Objects.requireNonNullElse(e.getMessage(), field));
        }
    }

    /** The client's id, or a new one where it chose none. */
    public static String idOrNew(@Nullable String id) {
        return id == null ? Ids.timeOrdered() : id;
    }
}
