package io.jiayou.audit.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the report, the same in every form.
 *
 * @param at when it happened; none for a sum
 * @param position of the event that says so, in the global order; -1 for what is no event
 * @param role in which the actor did it: the code of a role; empty if nobody did
 * @param former what the amount takes the place of
 */
record Line(
        Section section,
        @Nullable Instant at,
        long position,
        What what,
        Party about,
        Party actor,
        String role,
        @Nullable Long count,
        @Nullable Figure former,
        @Nullable Figure amount) {

    /** A sentence. */
    static Line told(Section section, What what, String about) {
        return new Line(section, null, -1, what, Party.of(about), Party.NOBODY, "", null, null, null);
    }

    /** So many, together so much. */
    static Line sum(Section section, What what, long count, @Nullable Figure amount) {
        return new Line(section, null, -1, what, Party.NOBODY, Party.NOBODY, "", count, null, amount);
    }

    /** That there was nothing. */
    static Line none(Section section) {
        return sum(section, What.NONE, 0, null);
    }
}
