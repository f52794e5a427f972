package io.jiayou.security.record;

import io.jiayou.periodic.TaskAlarms;
import io.jiayou.security.events.TaskFellSilent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes events of periodic tasks that are silent, since a command node keeps no alarms: at once, and then every ten minutes. */
final class SilenceJournal implements TaskAlarms {

    private static final Logger LOG = LoggerFactory.getLogger(SilenceJournal.class);
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);

    private final Consumer<TaskFellSilent> journal;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Map<String, Long> told = new ConcurrentHashMap<>();

    /**
     * @param journal writes an event, or throws
     * @param nanos goes on evenly, whatever the clock is set to
     */
    SilenceJournal(Consumer<TaskFellSilent> journal, InstantSource clock, LongSupplier nanos) {
        this.journal = journal;
        this.clock = clock;
        this.nanos = nanos;
    }

    @Override
    public void silent(String task, String detail) {
        long now = nanos.getAsLong();
        Long last = told.get(task);
        if (last != null && now - last < AGAIN_AFTER.toNanos()) {
            return;
        }
        try {
            journal.accept(new TaskFellSilent(task, detail, clock.instant()));
            told.put(task, now);
        } catch (RuntimeException e) {
            LOG.warn("The silence of {} can't be written at the moment: {}", task, e.toString());
        }
    }

    @Override
    public void well(String task) {
        told.remove(task);
    }
}
