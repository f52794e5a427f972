package io.jiayou.audit.log;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is wrong now. A damage of the store stays until somebody has dealt with it and starts the process again. */
public final class Alarms {

    /**
     * @param what a stable name: {@code audit-log}, {@code audit-check}, {@code audit-damage}, {@code
     *     audit-witness}, {@code audit-read-models}, {@code security-…}
     * @param detail one line, without personal data
     */
    public record Alarm(String what, String detail, Instant since) {}

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final ConcurrentSkipListMap<String, Alarm> raised = new ConcurrentSkipListMap<>();
    private final List<Consumer<AlarmJournal.Entry>> listeners = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private final AlarmJournal journal;

    public Alarms(Clock clock, AlarmJournal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /** Tells somebody of each alarm that rises or ends from now on; whoever is told must not keep the caller waiting. */
    public void tell(Consumer<AlarmJournal.Entry> listener) {
        listeners.add(listener);
    }

    /** @return false if it was raised already, with the same detail */
    public boolean raise(String what, String detail) {
        Alarm before = raised.get(what);
        if (before != null && before.detail().equals(detail)) {
            return false;
        }
        raised.put(what, new Alarm(what, detail, clock.instant()));
        keep(true, what, detail);
        return true;
    }

    public void clear(String what) {
        Alarm ended = raised.remove(what);
        if (ended != null) {
            keep(false, what, ended.detail());
        }
    }

    /** A disk that refuses is no reason to stop watching. */
    private void keep(boolean rose, String what, String detail) {
        AlarmJournal.Entry entry = new AlarmJournal.Entry(clock.instant(), rose, what, detail);
        listeners.forEach(listener -> listener.accept(entry));
        try {
            journal.write(entry);
        } catch (UncheckedIOException e) {
            LOG.error("The journal of alarms: {}", e.toString());
        }
    }

    public List<Alarm> all() {
        return List.copyOf(raised.values());
    }
}
