package io.jiayou.http.perimeter;

import io.jiayou.security.events.DataExported;
import io.jiayou.security.events.RefusalKind;
import io.jiayou.security.events.RefusalsCounted;
import io.jiayou.security.events.SecurityEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was seen at the border since somebody asked last, for events that others write. Refusals are counted by kind,
 * actor and network, in bounded memory, and told as a bounded number of events: a flood of the ones isn't a flood of the
 * others. For many threads.
 */
public final class Sightings {

    /** Beyond that, what is new is counted by its kind alone. */
    static final int REMEMBERED = 1_000;

    /** So many counts are told one by one, the largest; the others by their kinds. */
    static final int TOLD = 20;

    private static final int EXPORTS = 1_000;

    private record Seen(
            RefusalKind kind,
            @Nullable String actor,
            @Nullable String network) {

        private Seen ofItsKind() {
            return new Seen(kind, null, null);
        }
    }

    private final Map<Seen, Long> refusals = new HashMap<>();
    private final List<DataExported> exports = new ArrayList<>();
    private Instant since;

    Sightings(Instant since) {
        this.since = since;
    }

    synchronized void refused(RefusalKind kind, @Nullable String actor, @Nullable String network) {
        Seen seen = new Seen(kind, actor, network);
        boolean known = refusals.containsKey(seen) || refusals.size() < REMEMBERED;
        refusals.merge(known ? seen : seen.ofItsKind(), 1L, Long::sum);
    }

    synchronized void exported(String actor, String what, Instant at) {
        if (exports.size() < EXPORTS) {
            exports.add(new DataExported(actor, what, at));
        }
    }

    /** Tells what was seen since the last time, and forgets it. */
    public synchronized List<SecurityEvent> take(Instant now) {
        Map<Seen, Long> told = new HashMap<>();
        List<Map.Entry<Seen, Long>> largestFirst = refusals.entrySet().stream()
                .sorted(Map.Entry.<Seen, Long>comparingByValue().reversed())
                .toList();
        for (int n = 0; n < largestFirst.size(); n++) {
            Seen seen = largestFirst.get(n).getKey();
            told.merge(n < TOLD ? seen : seen.ofItsKind(), largestFirst.get(n).getValue(), Long::sum);
        }
        Instant from = since;
        Stream<SecurityEvent> counts = told.entrySet().stream()
                .sorted(Comparator.comparing(it -> it.getKey().toString()))
                .map(it -> new RefusalsCounted(
                        it.getKey().kind(), it.getKey().actor(), it.getKey().network(), it.getValue(), from, now));
        List<SecurityEvent> all = Stream.concat(counts, exports.stream()).toList();
        refusals.clear();
        exports.clear();
        since = now;
        return all;
    }

    /** Takes back what couldn't be kept. */
    public synchronized void giveBack(List<SecurityEvent> untold) {
        for (SecurityEvent event : untold) {
            if (event instanceof RefusalsCounted it) {
                refusals.merge(new Seen(it.kind(), it.actor(), it.network()), it.count(), Long::sum);
                since = it.from().isBefore(since) ? it.from() : since;
            } else if (event instanceof DataExported export) {
                exports.add(export);
            }
        }
    }
}
