package io.jiayou.audit.report;

import java.time.Instant;
import java.util.List;

/**
 * The report of a period.
 *
 * @param from the first moment that belongs to it
 * @param until the first that doesn't
 * @param madeAt before the end of a period that isn't over
 */
record PeriodReport(Instant from, Instant until, Instant madeAt, List<Line> lines) {

    PeriodReport {
        lines = List.copyOf(lines);
    }

    /** Whether all of the period lies behind. */
    boolean isOver() {
        return !madeAt.isBefore(until);
    }
}
