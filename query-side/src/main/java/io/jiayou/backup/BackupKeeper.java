package io.jiayou.backup;

import io.jiayou.archive.write.Archivers;
import io.jiayou.archive.write.Attachment;
import io.jiayou.archive.write.Progress;
import io.jiayou.audit.log.Alarms;
import io.jiayou.backup.Archives.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Archives while the system runs, takes a full backup every night, and raises an alarm where that doesn't go well. */
public final class BackupKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackupKeeper.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Archives archives;
    private final List<Attachments> attachments;
    private final Retention retention;
    private final Supplier<List<String>> erasures;
    private final DrillReports drills;
    private final Alarms alarms;
    private final Daily full;
    private final Duration lateAfter;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .daemon()
            .name("backup")
            .priority(Thread.MIN_PRIORITY)
            .factory());
    private @Nullable Archivers running;

    BackupKeeper(
            Archives archives,
            List<Attachments> attachments,
            Retention retention,
            Supplier<List<String>> erasures,
            DrillReports drills,
            Alarms alarms,
            BackupSettings settings,
            ZoneId business,
            Clock clock) {
        this.archives = archives;
        this.attachments = attachments;
        this.retention = retention;
        this.erasures = erasures;
        this.drills = drills;
        this.alarms = alarms;
        this.full = new Daily(settings.fullAt(), business);
        this.lateAfter = settings.lateAfter();
        this.clock = clock;
    }

    @Override
    public void start() {
        running = Archivers.start(archives.archivers(), LOOK_EVERY);
        timer.scheduleWithFixedDelay(this::watch, 1, 1, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(this::watchDrills, 0, 1, TimeUnit.MINUTES);
        planNext();
    }

    private void planNext() {
        timer.schedule(this::nightly, full.until(clock.instant()).toMillis(), TimeUnit.MILLISECONDS);
    }

    /** When the next nightly full backup is due. */
    Instant nextFull() {
        return full.next(clock.instant());
    }

    private void nightly() {
        try {
            if (takeSets().stream().allMatch(Outcome.Taken.class::isInstance)) {
                retention.run();
            }
            retention.expireKeys();
        } finally {
            planNext();
        }
    }

    /** Takes a full backup on every target now. */
    public List<Outcome> takeSets() {
        List<Attachment> now =
                attachments.stream().flatMap(each -> each.now().stream()).toList();
        List<Outcome> outcomes = archives.takeSets(now, erasures.get());
        outcomes.forEach(this::tell);
        return outcomes;
    }

    private void tell(Outcome outcome) {
        switch (outcome) {
            case Outcome.Taken taken -> {
                alarms.clear("backup " + taken.target());
                LOG.info(
                        "Full backup {} of {} events on {}",
                        taken.set().number(),
                        taken.set().events(),
                        taken.target());
            }
            case Outcome.Failed failed -> {
                alarms.raise("backup " + failed.target(), failed.reason());
                LOG.error("No full backup on {}: {}", failed.target(), failed.reason());
            }
        }
    }

    private void watch() {
        for (Progress progress : progress()) {
            tell("archive " + progress.target(), wrong(progress));
        }
    }

    private void watchDrills() {
        try {
            tell("drill", wrongWithDrills());
        } catch (RuntimeException e) {
            // Whatever is thrown would end the watch for good.
            tell("drill", "a report can't be read: " + e.getMessage());
        }
    }

    /** Of the last drill's two restores. */
    private @Nullable String wrongWithDrills() {
        return drills.newest(2).stream()
                .filter(report -> !report.equal())
                .map(report -> "restoring " + report.until() + " from " + report.target()
                        + (report.error() == null ? " gave something else" : ": " + report.error()))
                .findFirst()
                .orElse(null);
    }

    private void tell(String what, @Nullable String wrong) {
        if (wrong == null) {
            alarms.clear(what);
        } else if (alarms.raise(what, wrong)) {
            LOG.error("Alarm {}: {}", what, wrong);
        }
    }

    /** A target may fail for a while; what is wrong with an archive doesn't pass by itself. */
    private @Nullable String wrong(Progress progress) {
        if (progress.verdict() != null) {
            return progress.verdict() + ": " + progress.lastError();
        }
        if (progress.waiting().compareTo(lateAfter) < 0) {
            return null;
        }
        String error = progress.lastError();
        return "events wait for longer than " + lateAfter.toSeconds() + " s" + (error == null ? "" : ": " + error);
    }

    /** What is archived to, and with which keys. */
    Archives archives() {
        return archives;
    }

    /** How the archive on each target stands. */
    public List<Progress> progress() {
        return archives.archivers().stream()
                .map(archiver -> archiver.progress())
                .toList();
    }

    @Override
    public void stop() {
        timer.shutdown();
        Archivers stopping = running;
        running = null;
        if (stopping != null) {
            stopping.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
