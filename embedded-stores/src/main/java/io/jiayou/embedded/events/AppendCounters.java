package io.jiayou.embedded.events;

/**
 * What the writer has done since the store was opened.
 *
 * @param appends calls whose events were kept
 * @param events events kept
 * @param syncs writes forced to disk for them; fewer than appends where callers share one
 * @param conflicts calls refused since a sequence was taken
 * @param failures calls that failed since the disk did
 */
public record AppendCounters(long appends, long events, long syncs, long conflicts, long failures) {

    AppendCounters committed(int moreAppends, long moreEvents) {
        return new AppendCounters(appends + moreAppends, events + moreEvents, syncs + 1, conflicts, failures);
    }

    AppendCounters refused(int more) {
        return new AppendCounters(appends, events, syncs, conflicts + more, failures);
    }

    AppendCounters failed(int more) {
        return new AppendCounters(appends, events, syncs, conflicts, failures + more);
    }
}
