package io.jiayou.values;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a schema of JSON can say of a kind of value, for programs: what has this shape is taken. Some kinds are taken as people
 * write them, too: a phone number with blanks, a plate in lower case.
 *
 * @param pattern a regular expression of ECMA-262 for the whole text
 * @param longest code points
 * @param least and {@code most}, of a number
 * @param values all that there are; empty if they aren't listed
 */
public record Shape(
        @Nullable String pattern,
        @Nullable Integer longest,
        @Nullable Long least,
        @Nullable Long most,
        List<String> values) {

    /** Nothing that its type doesn't say. */
    static final Shape ANY = new Shape(null, null, null, null, List.of());

    public Shape {
        values = List.copyOf(values);
    }

    static Shape text(String form) {
        return new Shape("^(?:" + form + ")$", null, null, null, List.of());
    }

    static Shape text(String form, int longest) {
        return new Shape("^" + form + "$", longest, null, null, List.of());
    }

    static Shape number(long least, long most) {
        return new Shape(null, null, least, most, List.of());
    }

    static Shape oneOf(List<String> values) {
        return new Shape(null, null, null, null, values);
    }
}
