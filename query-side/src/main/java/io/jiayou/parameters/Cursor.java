package io.jiayou.parameters;

import io.jiayou.values.Position;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the sort key and id of its last item, opaque to clients. What is inserted or changed elsewhere
 * moves no item over it.
 *
 * @param list names the list and its order, so that a cursor of one isn't taken for one of another
 * @param keys the last item's sort key, its id last
 */
public record Cursor(String list, List<String> keys) {

    /** What clients see of it, as a pattern of ECMA-262. */
    public static final String WRITTEN = "^[A-Za-z0-9_-]+$";

    private static final String PARAMETER = "cursor";
    private static final String SEPARATOR = "\n";

    /**
     * Reads a client's cursor.
     *
     * @param keys how many keys a cursor of this list has
     * @throws io.jiayou.http.ProblemException INVALID_FIELD for one that isn't a cursor of this list
     */
    public static @Nullable Cursor read(@Nullable String given, String list, int keys) {
        if (given == null) {
            return null;
        }
        List<String> parts = parts(given);
        if (parts.size() != keys + 1 || !parts.getFirst().equals(list)) {
            throw malformed();
        }
        return new Cursor(list, parts.subList(1, parts.size()));
    }

    public String key(int index) {
        return keys.get(index);
    }

    /** A moment that the read models' store can hold: milliseconds in 64 bits. */
    public Instant instant(int index) {
        try {
            Instant instant = Instant.parse(key(index));
            requireStorable(instant);
            return instant;
        } catch (DateTimeException e) {
            throw malformed();
        }
    }

    public long whole(int index) {
        return number(index, Long::parseLong);
    }

    /** The place of an event: see {@link Position}. */
    public long position(int index) {
        return Position.read(key(index)).orElseThrow(Cursor::malformed);
    }

    public double fraction(int index) {
        return number(index, Double::parseDouble);
    }

    /** What clients get and send back, in characters that need no encoding in a URL. */
    public String text() {
        String joined = list + SEPARATOR + String.join(SEPARATOR, keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    private static void requireStorable(Instant instant) {
        if (instant.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE))
                || instant.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE))) {
            throw malformed();
        }
    }

    private <N> N number(int index, Function<String, N> form) {
        try {
            return form.apply(key(index));
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    private static List<String> parts(String given) {
        try {
            byte[] joined = Base64.getUrlDecoder().decode(given);
            return List.of(new String(joined, StandardCharsets.UTF_8).split(SEPARATOR, -1));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static RuntimeException malformed() {
        return Parameters.invalid(PARAMETER, "cursor is the nextCursor of an answer to the same query");
    }
}
