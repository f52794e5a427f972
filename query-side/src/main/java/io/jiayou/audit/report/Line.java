package io.jiayou.audit.report;

import java.util.List;

/**
 * One line of the report, the same in every form.
 *
 * @param section what it belongs to: {@code sales}, {@code price-change}
 * @param values in the order of {@link #COLUMNS}; what doesn't apply is empty
 */
record Line(String section, List<String> values) {

    /** What the values are. */
    static final List<String> COLUMNS = List.of("at", "what", "about", "actor", "count", "amount", "currency");

    Line {
        values = List.copyOf(values);
        if (values.size() != COLUMNS.size()) {
            throw new IllegalArgumentException("a line has " + COLUMNS.size() + " values");
        }
    }

    /** A sentence or a figure. */
    static Line told(String section, String what, String about) {
        return new Line(section, List.of("", what, about, "", "", "", ""));
    }

    /** So many, together so much. */
    static Line sum(String section, String what, long count, String amount, String currency) {
        return new Line(section, List.of("", what, "", "", Long.toString(count), amount, currency));
    }

    /** What somebody did, or what happened, at a moment. */
    static Line happened(
            String section, String at, String what, String about, String actor, String amount, String currency) {
        return new Line(section, List.of(at, what, about, actor, "", amount, currency));
    }
}
