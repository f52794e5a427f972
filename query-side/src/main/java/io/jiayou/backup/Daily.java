package io.jiayou.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Something that is due every day at a time of a zone. */
public record Daily(LocalTime at, ZoneId zone) {

    /** When it is due next; never now. */
    public Instant next(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        ZonedDateTime today = here.with(at);
        return (today.isAfter(here) ? today : here.plusDays(1).with(at)).toInstant();
    }

    /** How long it is until then. */
    public Duration until(Instant now) {
        return Duration.between(now, next(now));
    }
}
