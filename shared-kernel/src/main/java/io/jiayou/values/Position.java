package io.jiayou.values;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Places in the global order of all events, as numbers that come from outside: parameters, options, cursors. They are held to
 * {@link #FIRST} to {@link #LAST} where they come in (a number by {@code @Min} and {@code @Max} with these, a text by
 * {@link #read}), so that whoever counts on from one can't leave the range of a long.
 */
public final class Position {

    /** What comes before the first event: nothing was recorded yet, or a list begins with its first. */
    public static final long BEFORE_FIRST = -1;

    public static final long FIRST = 0;

    /** The largest {@link Limit#COUNT}: every reader of JSON keeps such a number exactly. */
    public static final long LAST = 1_000_000_000_000_000L;

    /** In ASCII digits, as a pattern of ECMA-262. */
    public static final String WRITTEN = "0|[1-9][0-9]{0,14}";

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,15}");

    private Position() {}

    /** A position in ASCII digits without leading zeroes; empty for any other text, and for one beyond {@link #LAST}. */
    public static OptionalLong read(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        long position = Long.parseLong(text);
        return position <= LAST ? OptionalLong.of(position) : OptionalLong.empty();
    }

    /** @throws IllegalArgumentException for a number that isn't the place of an event */
    public static long require(long position) {
        if (position < FIRST || position > LAST) {
            throw new IllegalArgumentException("a position is from " + FIRST + " to " + LAST);
        }
        return position;
    }
}
