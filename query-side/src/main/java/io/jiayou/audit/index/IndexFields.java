package io.jiayou.audit.index;

import java.time.Instant;

/** What is indexed of an event, one document each. */
final class IndexFields {

    /** Its place in the global order. */
    static final String POSITION = "position";

    static final String ID = "id";
    static final String AGGREGATE = "aggregate";
    /** The stored name, and what it begins with up to each dot. */
    static final String TYPE = "type";
    /** Whom it names, and whom its aggregate has named before, as {@code kind/id}. */
    static final String SUBJECT = "subject";

    static final String ACTOR = "actor";
    static final String CORRELATION = "correlation";
    static final String CAUSATION = "causation";
    /** Nanoseconds since 1970; see {@link #nanos}. */
    static final String RECORDED = "recorded";

    static final String HAPPENED = "happened";
    static final String TEXT = "text";

    private static final long NANOS = 1_000_000_000;

    private IndexFields() {}

    /** In nanoseconds since 1970. What lies before 1677 or after 2262 counts as the first or last moment of those years. */
    static long nanos(Instant instant) {
        try {
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
        } catch (ArithmeticException beyond) {
            return instant.getEpochSecond() < 0 ? Long.MIN_VALUE + 1 : Long.MAX_VALUE - 1;
        }
    }
}
