package io.jiayou.values;

import io.jiayou.rules.Detail;
import io.jiayou.rules.NotAllowed;
import io.jiayou.rules.Rule;
import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which values of one kind are allowed. */
sealed interface Allowed {

    /** The rule that refuses a value; none if it is allowed. A value of another kind isn't. */
    @Nullable
    Rule refusal(Object value);

    /** Of which types the values are. */
    default Set<Class<?>> types() {
        return Set.of(String.class);
    }

    /** What is allowed, for problems and for the documentation. */
    Detail words();

    /** What the schema of a request says of such values. */
    Shape shape();

    /** What stands against a value that a request gives; none if it may stand there. */
    default @Nullable Detail objection(Object given) {
        return refusal(given) == null ? null : words();
    }

    /** @param end the first moment after the last one that is allowed */
    record Moments(Instant first, Instant end, Detail words) implements Allowed {
        @Override
        public @Nullable Rule refusal(Object value) {
            return value instanceof Instant moment && !moment.isBefore(first) && moment.isBefore(end)
                    ? null
                    : Rule.TIME_OUT_OF_RANGE;
        }

        @Override
        public Set<Class<?>> types() {
            return Set.of(Instant.class);
        }

        @Override
        public Shape shape() {
            return Shape.ANY;
        }
    }

    /** Whole numbers. */
    record Whole(long least, long most, @Nullable Detail unit) implements Allowed {
        @Override
        public @Nullable Rule refusal(Object value) {
            boolean whole = value instanceof Integer || value instanceof Long;
            return whole && ((Number) value).longValue() >= least && ((Number) value).longValue() <= most
                    ? null
                    : Rule.NUMBER_OUT_OF_RANGE;
        }

        @Override
        public Set<Class<?>> types() {
            return Set.of(int.class, Integer.class, long.class, Long.class);
        }

        @Override
        public Detail words() {
            return unit == null ? Detail.of("{0} to {1}", least, most) : Detail.of("{0} to {1} {2}", least, most, unit);
        }

        @Override
        public Shape shape() {
            return Shape.number(least, most);
        }
    }

    /** Numbers, none that isn't one. */
    record Degrees(double least, double most) implements Allowed {
        @Override
        public @Nullable Rule refusal(Object value) {
            return value instanceof Double number && number >= least && number <= most
                    ? null
                    : Rule.NUMBER_OUT_OF_RANGE;
        }

        @Override
        public Set<Class<?>> types() {
            return Set.of(double.class, Double.class);
        }

        @Override
        public Detail words() {
            return Detail.of("{0} to {1} degrees", Math.round(least), Math.round(most));
        }

        @Override
        public Shape shape() {
            return Shape.number(Math.round(least), Math.round(most));
        }
    }

    /**
     * Texts, of which something can be seen.
     *
     * @param lines whether they may have several
     * @param shown whether they are names that must look like what they are. Other texts are copied from earlier events,
     *     which may be older than that
     */
    record Words(int most, boolean lines, boolean shown) implements Allowed {
        @Override
        public @Nullable Rule refusal(Object value) {
            if (!(value instanceof String text) || !(lines ? Text.isPlain(text) : Text.isLine(text))) {
                return Rule.TEXT_NOT_PLAIN;
            }
            if (shown && Text.turnsDirection(text)) {
                return Rule.TEXT_NOT_PLAIN;
            }
            if (shown ? !Text.isVisible(text) : Text.isBlank(text)) {
                return Rule.TEXT_BLANK;
            }
            return text.codePointCount(0, text.length()) > most ? Rule.TEXT_TOO_LONG : null;
        }

        @Override
        public Detail words() {
            if (lines) {
                return Detail.of("1 to {0} characters of plain text, any lines", most);
            }
            return shown
                    ? Detail.of("1 to {0} characters of plain text, one line, in one direction", most)
                    : Detail.of("1 to {0} characters of plain text, one line", most);
        }

        @Override
        public Shape shape() {
            return Shape.text(lines ? Text.VISIBLE : Text.VISIBLE_LINE, most);
        }

        /** New texts are held to more than those that earlier events have: of each something can be seen. */
        @Override
        public @Nullable Detail objection(Object given) {
            boolean seen =
                    given instanceof String text && Text.isVisible(text) && (lines || !Text.turnsDirection(text));
            return seen && refusal(given) == null ? null : words();
        }
    }

    /** Names that follow a pattern. */
    record Form(Pattern pattern) implements Allowed {
        @Override
        public @Nullable Rule refusal(Object value) {
            return value instanceof String text && pattern.matcher(text).matches() ? null : Rule.FORM_NOT_ALLOWED;
        }

        @Override
        public Detail words() {
            return Detail.of("`{0}`", pattern.pattern());
        }

        @Override
        public Shape shape() {
            return Shape.text(pattern.pattern());
        }
    }

    /**
     * The normal form of a value.
     *
     * @param normal the normal form of a text; refuses others by an IllegalArgumentException
     */
    record Normal(UnaryOperator<String> normal, Detail words, Shape shape) implements Allowed {
        @Override
        public @Nullable Rule refusal(Object value) {
            return value instanceof String text && isNormal(text) ? null : Rule.FORM_NOT_ALLOWED;
        }

        /** A request may give whatever has a normal form. */
        @Override
        public @Nullable Detail objection(Object given) {
            try {
                return given instanceof String text && !normal.apply(text).isEmpty() ? null : words;
            } catch (IllegalArgumentException e) {
                return NotAllowed.why(e);
            }
        }

        private boolean isNormal(String text) {
            try {
                return normal.apply(text).equals(text);
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
