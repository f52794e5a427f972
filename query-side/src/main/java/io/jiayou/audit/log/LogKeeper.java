package io.jiayou.audit.log;

import io.jiayou.audit.EventRecords;
import io.jiayou.periodic.Due;
import io.jiayou.periodic.Running;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Lets the log follow the events and checks the past: a checkpoint at every interval in which there were events, and beside
 * it a part of the store read again and again. What goes wrong is an {@link Alarms.Alarm}; the next turn tries again.
 */
public final class LogKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LogKeeper.class);
    private static final Duration UNDER_WAY = Duration.ofSeconds(30);

    private final AuditLog log;
    private final Witnesses witnesses;
    private final StoreCheck check;
    private final Alarms alarms;
    private final Runnable signing;
    private final Duration every;
    private final Schedule schedule;
    private final List<Running> running = new ArrayList<>();

    /** @param signing signs what the log covers beside its events */
    LogKeeper(
            AuditLog log,
            Witnesses witnesses,
            StoreCheck check,
            Alarms alarms,
            Runnable signing,
            Schedule schedule,
            Duration interval) {
        this.schedule = schedule;
        this.signing = signing;
        this.log = log;
        this.witnesses = witnesses;
        this.check = check;
        this.alarms = alarms;
        this.every = interval;
    }

    /** Keeps a log and checks the store below it, with alarms of its own. */
    public static LogKeeper of(AuditLog log, EventRecords records, Schedule schedule, Duration interval) {
        Alarms alarms = new Alarms(Clock.systemUTC(), AlarmJournal.in(log.directory()));
        return new LogKeeper(
                log,
                Witnesses.of(List.of()),
                new StoreCheck(log, records, alarms, Clock.systemUTC()),
                alarms,
                () -> {},
                schedule,
                interval);
    }

    /** What is wrong now. */
    public Alarms alarms() {
        return alarms;
    }

    @Override
    public synchronized void start() {
        Due interval = Due.every(every).first(Duration.ZERO);
        running.add(schedule.begin(new Task("audit-log", interval, this::follow)));
        Due pace = new Due.Paced(check::pause, StoreCheck.LONGEST_PAUSE);
        running.add(schedule.begin(new Task("audit-check", pace, () -> watched(AlarmKind.AUDIT_CHECK, check::step))));
    }

    /** What fails of it holds up nothing of the rest. */
    private void follow() {
        RuntimeException wrong = null;
        for (Step step : List.of(
                new Step(AlarmKind.AUDIT_LOG, log::extend),
                new Step(AlarmKind.AUDIT_WITNESS, () -> log.witness(witnesses)),
                new Step(AlarmKind.AUDIT_READ_MODELS, signing))) {
            try {
                watched(step.what(), step.work());
            } catch (RuntimeException e) {
                wrong = e;
            }
        }
        if (wrong != null) {
            throw wrong;
        }
    }

    private record Step(AlarmKind what, Runnable work) {}

    private void watched(AlarmKind what, Runnable work) {
        try {
            work.run();
            alarms.clear(what);
        } catch (RuntimeException e) {
            if (alarms.raise(what, String.valueOf(e.getMessage()))) {
                LOG.error("Alarm {}: {}", what.code(), e.toString());
            }
            throw e;
        }
    }

    /** The last events get their checkpoint too. */
    @Override
    public synchronized void stop() {
        running.forEach(task -> task.end(UNDER_WAY));
        running.clear();
        try {
            watched(AlarmKind.AUDIT_LOG, log::extend);
        } catch (RuntimeException e) {
            LOG.error("The last events have no checkpoint yet: {}", e.toString());
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isEmpty();
    }
}
