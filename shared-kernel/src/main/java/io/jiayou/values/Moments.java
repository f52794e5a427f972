package io.jiayou.values;

import io.jiayou.rules.NotAllowed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads moments as people and programs write them. Which of them an event may hold is told by {@link Limit#TIME}. */
public final class Moments {

    /** How a program writes them, as a pattern of ECMA-262. */
    public static final String WRITTEN = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
            + "T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,9})?)?(?:Z|[+-](?:0[0-9]|1[0-7]):[0-5][0-9])";

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Moments() {}

    /**
     * A moment in ISO 8601 with its zone, of a year that ISO writes with four digits: {@code 2026-03-01T08:00:00+08:00}. Others
     * couldn't be compared with what is stored: the read models' store counts milliseconds in 64 bits.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static OffsetDateTime read(String text) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            Instant instant = moment.toInstant();
            if (!instant.isBefore(FIRST) && instant.isBefore(END)) {
                return moment;
            }
        } catch (DateTimeException e) {
            throw new NotAllowed("a time is ISO 8601 with its zone: 2026-03-02T08:00:00+08:00");
        }
        throw new NotAllowed("a time is of the years 1 to 9999");
    }
}
