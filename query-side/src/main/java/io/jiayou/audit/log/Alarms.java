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
     * Something that is wrong now.
     *
     * @param what its stable name: its kind's code, with what it is about where there are several, {@code archive /mnt/usb}
     * @param detail one line, without personal data
     * @param since when it was noticed, with this detail
     */
    public record Alarm(String what, String detail, Instant since) {}

    private record Raised(AlarmKind kind, Alarm alarm) {}

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final ConcurrentSkipListMap<String, Raised> raised = new ConcurrentSkipListMap<>();
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
    public boolean raise(AlarmName name, String detail) {
        Raised before = raised.get(name.what());
        if (before != null && before.alarm().detail().equals(detail)) {
            return false;
        }
        raised.put(name.what(), new Raised(name.kind(), new Alarm(name.what(), detail, clock.instant())));
        keep(true, name.what(), detail);
        return true;
    }

    /** The same, of the only alarm of its kind. */
    public boolean raise(AlarmKind only, String detail) {
        return raise(only.alone(), detail);
    }

    public void clear(AlarmName name) {
        Raised ended = raised.remove(name.what());
        if (ended != null) {
            keep(false, name.what(), ended.alarm().detail());
        }
    }

    /** The same, of the only alarm of its kind. */
    public void clear(AlarmKind only) {
        clear(only.alone());
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
        return raised.values().stream().map(Raised::alarm).toList();
    }

    /** How many of a kind there are now. */
    public long count(AlarmKind kind) {
        return raised.values().stream().filter(it -> it.kind() == kind).count();
    }
}
