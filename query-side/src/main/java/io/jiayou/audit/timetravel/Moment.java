package io.jiayou.audit.timetravel;

import io.jiayou.parameters.Parameters;
import io.jiayou.values.Position;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Up to where the events of a document are taken in. */
public sealed interface Moment {

    /** Up to a place in the global order of all events, from 0, that event included. */
    record AtPosition(long position) implements Moment {

        @Override
        public boolean takesIn(long eventPosition, Instant recordedAt) {
            return eventPosition <= position;
        }
    }

    /** As it was known then: up to what was recorded at that moment, included. */
    record AtInstant(Instant instant) implements Moment {

        @Override
        public boolean takesIn(long eventPosition, Instant recordedAt) {
            return !recordedAt.isAfter(instant);
        }
    }

    /**
     * Whether an event belongs to what was known. A document's past state ends before the first of its events that
     * doesn't, even if a later one, recorded by another clock, would: a fold can't leave out what came before.
     *
     * @param recordedAt to the millisecond
     */
    boolean takesIn(long eventPosition, Instant recordedAt);

    /** Whether it surely lies behind another; a position and an instant are not compared. */
    default boolean isAfter(Moment other) {
        return switch (this) {
            case AtPosition here -> other instanceof AtPosition there && here.position() > there.position();
            case AtInstant here ->
                other instanceof AtInstant there && here.instant().isAfter(there.instant());
        };
    }

    /**
     * Reads a parameter: digits are a position, all else is an instant.
     *
     * @throws io.jiayou.http.ProblemException INVALID_FIELD with the parameter's name
     */
    static Moment read(String name, String given) {
        String text = given.strip();
        if (!Forms.NUMBER.matcher(text).matches()) {
            return new AtInstant(Parameters.instant(name, text));
        }
        OptionalLong position = Position.read(text);
        if (position.isEmpty()) {
            throw Parameters.invalid(
                    name,
                    "{0} is a position, from {1} to {2}",
                    name,
                    Long.toString(Position.FIRST),
                    Long.toString(Position.LAST));
        }
        return new AtPosition(position.getAsLong());
    }

    /** What a position looks like. */
    final class Forms {

        private static final Pattern NUMBER = Pattern.compile("-?\\d+");

        private Forms() {}
    }
}
