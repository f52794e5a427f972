package io.jiayou.audit.log;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/** What is wrong now. A damage of the store stays until somebody has dealt with it and starts the process again. */
public final class Alarms {

    /**
     * @param what a stable name: {@code audit-log}, {@code audit-check}, {@code audit-damage}, {@code
     *     audit-witness}
     * @param detail one line, without personal data
     */
    public record Alarm(String what, String detail, Instant since) {}

    private final ConcurrentSkipListMap<String, Alarm> raised = new ConcurrentSkipListMap<>();
    private final Clock clock;

    Alarms(Clock clock) {
        this.clock = clock;
    }

    /** @return false if it was raised already, with the same detail */
    public boolean raise(String what, String detail) {
        Alarm before = raised.get(what);
        if (before != null && before.detail().equals(detail)) {
            return false;
        }
        raised.put(what, new Alarm(what, detail, clock.instant()));
        return true;
    }

    public void clear(String what) {
        raised.remove(what);
    }

    public List<Alarm> all() {
        return List.copyOf(raised.values());
    }
}
