package io.jiayou.periodic;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is remembered of a task that has its times by the clock on the wall.
 *
 * @param since when it was first heard of
 * @param tried when it began last; {@code since} if it never did
 * @param succeeded when it ended well last, null for never
 * @param failing since when it doesn't end well, null if it does
 * @param error what went wrong last
 * @param holder the process at it right now, null for none
 * @param beat counts the changes, so that a holder that lives is told from one that doesn't
 */
record Note(
        Instant since,
        Instant tried,
        @Nullable Instant succeeded,
        @Nullable Instant failing,
        @Nullable String error,
        @Nullable String holder,
        long beat) {

    /** So far apart may clocks of nodes be, before that is an alarm of its own. */
    static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Note first(Instant now) {
        return new Note(now, now, null, null, null, null, 0);
    }

    static Note read(String text) {
        return JSON.readValue(text, Note.class);
    }

    String written() {
        return JSON.writeValueAsString(this);
    }

    /** Without moments that haven't come: whoever noted them had a clock that was wrong. They count as now. */
    Note believed(Instant now) {
        Instant latest = now.plus(CLOCKS_APART);
        if (!since.isAfter(latest)
                && !tried.isAfter(latest)
                && (succeeded == null || !succeeded.isAfter(latest))
                && (failing == null || !failing.isAfter(latest))) {
            return this;
        }
        return new Note(
                since.isAfter(latest) ? now : since,
                tried.isAfter(latest) ? now : tried,
                succeeded != null && succeeded.isAfter(latest) ? now : succeeded,
                failing != null && failing.isAfter(latest) ? now : failing,
                error,
                holder,
                beat + 1);
    }

    Note begun(Instant now, String node) {
        return new Note(since, now, succeeded, failing, error, node, beat + 1);
    }

    Note beaten() {
        return new Note(since, tried, succeeded, failing, error, holder, beat + 1);
    }

    Note succeeded(Instant now) {
        return new Note(since, tried, now, null, null, null, beat + 1);
    }

    Note failed(Instant now, String why) {
        return new Note(since, tried, succeeded, failing == null ? now : failing, why, null, beat + 1);
    }

    /** Whether it has had no success since two of its times. */
    boolean isSilent(Due.At times, Instant now) {
        Instant from = succeeded == null ? since : succeeded;
        return times.next(times.next(from)).isBefore(now);
    }
}
