package io.jiayou.audit.report;

import io.jiayou.rules.Detail;
import io.jiayou.rules.Said;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments on the clocks of the business zone, to the second. Where the clocks are changed within the period, each has its offset. */
final class Times {

    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss x", Locale.ROOT);

    private final ZoneId zone;
    private final boolean steady;
    private final Instant from;

    Times(ZoneId zone, Instant from, Instant until) {
        this.zone = zone;
        this.from = from;
        var change = zone.getRules().nextTransition(from);
        this.steady = change == null || !change.getInstant().isBefore(until);
    }

    String of(Instant moment) {
        return (steady && isSameOffset(moment) ? PLAIN : WITH_OFFSET).format(moment.atZone(zone));
    }

    /** A price may hold from a day beyond the period. */
    private boolean isSameOffset(Instant moment) {
        return zone.getRules().getOffset(moment).equals(zone.getRules().getOffset(from));
    }

    /** The zone's name, with its offset if it has one throughout. */
    Said zone() {
        return steady
                ? Detail.of("{0} (UTC{1})", zone.getId(), offset())
                : Detail.of("{0} (each with its offset from UTC)", zone.getId());
    }

    private String offset() {
        String offset = zone.getRules().getOffset(from).getId();
        return offset.equals("Z") ? "+00:00" : offset;
    }
}
