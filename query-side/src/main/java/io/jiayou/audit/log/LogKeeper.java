package io.jiayou.audit.log;

import io.jiayou.audit.EventRecords;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Lets the log follow the events and checks the past, on one thread at the lowest priority: a checkpoint at every interval
 * in which there were events, and in between a part of the store read again. What goes wrong is an {@link Alarm}; the
 * next interval tries again.
 */
public final class LogKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LogKeeper.class);

    private final AuditLog log;
    private final Witnesses witnesses;
    private final StoreCheck check;
    private final Alarms alarms;
    private final Runnable signing;
    private final Duration interval;
    private volatile @Nullable Thread thread;

    /** @param signing signs what the log covers beside its events */
    LogKeeper(AuditLog log, Witnesses witnesses, StoreCheck check, Alarms alarms, Runnable signing, Duration interval) {
        this.signing = signing;
        this.log = log;
        this.witnesses = witnesses;
        this.check = check;
        this.alarms = alarms;
        this.interval = interval;
    }

    /** Keeps a log and checks the store below it, with alarms of its own. */
    public static LogKeeper of(AuditLog log, EventRecords records, Duration interval) {
        Alarms alarms = new Alarms(Clock.systemUTC(), AlarmJournal.in(log.directory()));
        return new LogKeeper(
                log,
                Witnesses.of(List.of()),
                new StoreCheck(log, records, alarms, Clock.systemUTC()),
                alarms,
                () -> {},
                interval);
    }

    /** What is wrong now. */
    public Alarms alarms() {
        return alarms;
    }

    @Override
    public void start() {
        Thread keeper = new Thread(this::run, "audit-log");
        keeper.setDaemon(true);
        keeper.setPriority(Thread.MIN_PRIORITY);
        thread = keeper;
        keeper.start();
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            long until = System.nanoTime() + interval.toNanos();
            watched("audit-log", log::extend);
            watched("audit-witness", () -> log.witness(witnesses));
            watched("audit-read-models", signing);
            while (thread == Thread.currentThread() && System.nanoTime() < until) {
                watched("audit-check", check::step);
                LockSupport.parkNanos(this, Math.min(check.pause().toNanos(), until - System.nanoTime()));
            }
        }
        watched("audit-log", log::extend);
    }

    private void watched(String what, Runnable work) {
        try {
            work.run();
            alarms.clear(what);
        } catch (RuntimeException e) {
            if (alarms.raise(what, String.valueOf(e.getMessage()))) {
                LOG.error("Alarm {}: {}", what, e.toString());
            }
        }
    }

    /** The last events get their checkpoint too. */
    @Override
    public void stop() {
        Thread keeper = thread;
        thread = null;
        if (keeper != null) {
            LockSupport.unpark(keeper);
            try {
                keeper.join(Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
