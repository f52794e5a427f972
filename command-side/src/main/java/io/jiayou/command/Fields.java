package io.jiayou.command;

import io.jiayou.http.ProblemException;
import io.jiayou.ids.Ids;
import io.jiayou.rules.NotAllowed;
import io.jiayou.rules.Problem;
import io.jiayou.values.Text;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads fields of requests into values. */
public final class Fields {

    /** How ids look that the system derives: UUIDs of version 8, and the hexadecimal ones of archives. */
    private static final Pattern DERIVED = Pattern.compile(
            "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-8[0-9A-Fa-f]{3}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}|[0-9A-Fa-f]{32}");

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
            throw ProblemException.of(Problem.INVALID_FIELD, field, NotAllowed.why(e));
        }
    }

    /**
     * The client's id, or a new one where it chose none.
     *
     * @throws ProblemException as {@link #chosenId} does
     */
    public static String idOrNew(String field, @Nullable String id) {
        return id == null ? Ids.timeOrdered() : chosenId(field, id);
    }

    /**
     * An id that a client chose for something new. It can't be one that the system derives: who named one could find out
     * what there is, or take the place of what isn't there yet.
     *
     * @throws ProblemException INVALID_FIELD with the field's name
     */
    public static String chosenId(String field, String id) {
        if (DERIVED.matcher(id).matches()) {
            throw new ProblemException(
                    Problem.INVALID_FIELD,
                    field,
                    "UUIDs of version 8 and 32 hexadecimal digits are the system's own ids");
        }
        return id;
    }

    /**
     * A text without the blanks around it.
     *
     * @throws ProblemException INVALID_FIELD with the field's name when nothing of it can be seen
     */
    public static String text(String field, String given) {
        if (!Text.isVisible(given)) {
            throw new ProblemException(Problem.INVALID_FIELD, field, "{0} is blank", field);
        }
        return given.strip();
    }

    /**
     * The same for a text of one line.
     *
     * @throws ProblemException INVALID_FIELD with the field's name for tabs and line ends, too, and for marks that turn the
     *     direction of writing
     */
    public static String line(String field, String given) {
        String text = text(field, given);
        if (!Text.isLine(text)) {
            throw new ProblemException(Problem.INVALID_FIELD, field, "{0} is one line, without tabs", field);
        }
        if (Text.turnsDirection(text)) {
            throw new ProblemException(
                    Problem.INVALID_FIELD, field, "{0} has marks that turn the direction of writing", field);
        }
        return text;
    }

    /** As above; a blank text is none. */
    public static @Nullable String optionalLine(String field, @Nullable String given) {
        return given == null || !Text.isVisible(given) ? null : line(field, given);
    }

    /** A text; none for a blank one. */
    public static @Nullable String optionalText(@Nullable String given) {
        return given == null || !Text.isVisible(given) ? null : given.strip();
    }
}
