package io.jiayou.audit.report;

import java.time.Instant;
import java.util.List;

/**
 * The report of a period.
 *
 * @param from the first moment that belongs to it
 * @param until the first that doesn't
 */
record PeriodReport(Instant from, Instant until, List<Line> lines) {

    PeriodReport {
        lines = List.copyOf(lines);
    }
}
