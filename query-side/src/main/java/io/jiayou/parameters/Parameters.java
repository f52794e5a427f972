package io.jiayou.parameters;

import io.jiayou.http.ProblemException;
import io.jiayou.rules.Detail;
import io.jiayou.rules.NotAllowed;
import io.jiayou.rules.Problem;
import io.jiayou.values.Moments;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reads query parameters into values. All refuse with INVALID_FIELD and the parameter's name. */
public final class Parameters {

    private Parameters() {}

    /**
     * Makes a value of a parameter.
     *
     * @param value refuses by an IllegalArgumentException; clients read what a {@link NotAllowed} says
     * @throws ProblemException INVALID_FIELD with the parameter's name when the value refuses it
     */
    public static <V> V read(String name, String given, Function<String, V> value) {
        try {
            return value.apply(given);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(Problem.INVALID_FIELD, name, NotAllowed.why(e));
        }
    }

    /** A constant by its name, in whatever case, with dashes or underscores. */
    public static <E extends Enum<E>> E oneOf(String name, String given, Class<E> type) {
        String wanted = given.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> invalid(name, "{0} is one of {1}", name, names(type)));
    }

    /** A moment in ISO 8601 with its zone: {@code 2026-03-01T08:00:00+08:00}; years 1 to 9999. */
    public static Instant instant(String name, String given) {
        try {
            // A plus sign that the client left unencoded arrives as a blank, which no such moment contains.
            return Moments.read(given.strip().replace(' ', '+')).toInstant();
        } catch (IllegalArgumentException e) {
            throw invalid(
                    name,
                    "{0} is a moment of the years 1 to 9999 in ISO 8601 with its zone: 2026-03-01T08:00:00+08:00",
                    name);
        }
    }

    /** @param english a constant: see {@link io.jiayou.rules.Detail} */
    public static ProblemException invalid(String name, String english, Object... values) {
        return ProblemException.of(Problem.INVALID_FIELD, name, Detail.of(english, values));
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }
}
