package io.jiayou.backup;

import io.jiayou.archive.write.Archiver;
import io.jiayou.archive.write.Attachment;
import io.jiayou.archive.write.Progress;
import io.jiayou.audit.log.AlarmKind;
import io.jiayou.audit.log.AlarmName;
import io.jiayou.audit.log.Alarms;
import io.jiayou.backup.Archives.Outcome;
import io.jiayou.periodic.Due;
import io.jiayou.periodic.Running;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.Task;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Archives while the system runs, takes a full backup every night, and raises an alarm where that doesn't go well. */
public final class BackupKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackupKeeper.class);
    private static final Due LOOK = Due.every(Duration.ofSeconds(1)).first(Duration.ZERO);
    private static final Due WATCH = Due.every(Duration.ofSeconds(1));
    private static final Due WATCH_DRILLS = Due.every(Duration.ofMinutes(1)).first(Duration.ZERO);
    /** For what the targets are being sent, all together: longer than that nobody who stops the system waits for one that is away. */
    private static final Duration UNWINDING = Duration.ofSeconds(6);

    private final Archives archives;
    private final List<Attachments> attachments;
    private final Retention retention;
    private final Supplier<List<String>> erasures;
    private final DrillReports drills;
    private final Alarms alarms;
    private final Due.At full;
    private final Duration lateAfter;
    private final Clock clock;
    private final Schedule schedule;
    private final List<Running> tasks = new ArrayList<>();
    private volatile boolean running;

    BackupKeeper(
            Archives archives,
            List<Attachments> attachments,
            Retention retention,
            Supplier<List<String>> erasures,
            DrillReports drills,
            Alarms alarms,
            BackupSettings settings,
            ZoneId business,
            Schedule schedule,
            Clock clock) {
        this.archives = archives;
        this.attachments = attachments;
        this.retention = retention;
        this.erasures = erasures;
        this.drills = drills;
        this.alarms = alarms;
        this.full = Due.daily(settings.fullAt(), business);
        this.lateAfter = settings.lateAfter();
        this.schedule = schedule;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        archives.archivers().forEach(archiver -> begin(advancing(archiver)));
        begin(new Task("archive-watch", WATCH, this::watch));
        begin(new Task("drill-watch", WATCH_DRILLS, this::watchDrills));
        begin(new Task("full-backup", full, this::nightly));
    }

    private void begin(Task task) {
        tasks.add(schedule.begin(task));
    }

    /** Each for itself: one that fails or hangs holds up no other. */
    private Task advancing(Archiver archiver) {
        return new Task("archive-" + archiver.progress().target(), LOOK, archiver::advance).patient(lateAfter);
    }

    /** When the next nightly full backup is due. */
    Instant nextFull() {
        return full.next(clock.instant());
    }

    /** @throws IOException if there is a target without a new full backup */
    void nightly() throws IOException {
        try {
            List<String> failed =
                    takeSets().stream().flatMap(BackupKeeper::failure).toList();
            if (!failed.isEmpty()) {
                throw new IOException(String.join("; ", failed));
            }
            retention.run();
        } finally {
            retention.expireKeys();
        }
    }

    private static Stream<String> failure(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed
                ? Stream.of(failed.target() + ": " + failed.reason())
                : Stream.empty();
    }

    /** Takes a full backup on every target now. */
    public List<Outcome> takeSets() {
        return taken(archives.takeSets(attached(), erasures.get()));
    }

    /** Takes a full backup on one target now; none if there is no such target. */
    public List<Outcome> takeSet(String target) {
        return taken(
                archives.takeSet(target, attached(), erasures.get()).stream().toList());
    }

    private List<Attachment> attached() {
        return attachments.stream().flatMap(each -> each.now().stream()).toList();
    }

    private List<Outcome> taken(List<Outcome> outcomes) {
        outcomes.forEach(this::tell);
        return outcomes;
    }

    private void tell(Outcome outcome) {
        switch (outcome) {
            case Outcome.Taken taken -> {
                alarms.clear(AlarmKind.BACKUP.of(taken.target()));
                LOG.info(
                        "Full backup {} of {} events on {}",
                        taken.set().number(),
                        taken.set().events(),
                        taken.target());
            }
            case Outcome.Failed failed -> {
                alarms.raise(AlarmKind.BACKUP.of(failed.target()), failed.reason());
                LOG.error("No full backup on {}: {}", failed.target(), failed.reason());
            }
        }
    }

    void watch() {
        for (Progress progress : progress()) {
            tell(AlarmKind.ARCHIVE.of(progress.target()), wrong(progress));
        }
    }

    void watchDrills() {
        try {
            tell(AlarmKind.DRILL.alone(), wrongWithDrills());
        } catch (RuntimeException e) {
            tell(AlarmKind.DRILL.alone(), "a report can't be read: " + e.getMessage());
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

    private void tell(AlarmName what, @Nullable String wrong) {
        if (wrong == null) {
            alarms.clear(what);
        } else if (alarms.raise(what, wrong)) {
            LOG.error("Alarm {}: {}", what.what(), wrong);
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
        running = false;
        Running.endAll(tasks, UNWINDING);
        tasks.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
