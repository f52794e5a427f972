package io.jiayou.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.archive.backup.KeepRules;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.write.Attachment;
import io.jiayou.audit.log.Alarms;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.audit.log.ListedRecords;
import io.jiayou.audit.log.LogKeeper;
import io.jiayou.backup.BackupSettings.Prune;
import io.jiayou.periodic.EvenDays;
import io.jiayou.periodic.Memory;
import io.jiayou.periodic.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Archives of one system on two folders, each with a full backup of three nights. */
final class ThreeFullBackups {

    final Path usb;
    final Path share;
    final Archives archives;
    final Alarms alarms;
    final DrillReports drills;
    private final ListedRecords events = new ListedRecords(30);
    private final AuditLog log;
    private Instant now = Instant.parse("2026-11-20T03:00:00Z");
    private final EvenDays days = new EvenDays("days", Memory.ofTheProcess(), () -> now);

    private ThreeFullBackups(Path directory) {
        this.usb = directory.resolve("usb");
        this.share = directory.resolve("share");
        this.log = AuditLog.open(directory.resolve("audit"), "jiayou.example/test", events);
        log.extend();
        this.alarms = LogKeeper.of(log, events, Schedule.ofTheProcess(), Duration.ofSeconds(10))
                .alarms();
        this.drills = DrillReports.in(directory.resolve("archive"));
        this.archives = Archives.open(settings(), directory.resolve("archive"), events, log, () -> now);
    }

    static ThreeFullBackups in(Path directory) {
        ThreeFullBackups made = new ThreeFullBackups(directory);
        for (int night = 0; night < 3; night++) {
            made.now = made.now.plus(Duration.ofDays(1));
            assertThat(made.archives.takeSets(List.of(), List.of()))
                    .hasSize(2)
                    .hasOnlyElementsOfType(Archives.Outcome.Taken.class);
        }
        return made;
    }

    private BackupSettings settings() {
        return new BackupSettings(
                List.of(usb.toString(), share.toString()),
                List.of(AgeIdentity.generate().recipient().toString()),
                null,
                Duration.ofSeconds(40),
                8_000_000,
                null,
                LocalTime.of(3, 0),
                Duration.ofDays(30),
                Duration.ofMinutes(3),
                null,
                "last=3",
                true,
                null,
                null);
    }

    /** What follows the nightly full backup, if only the newest one is to stay. */
    void prune(@Nullable Prune how) {
        retention(how).run();
    }

    /** One more, with keys of persons that stay for so long. */
    void takeWithKeys(Duration kept) {
        Attachment keys = Attachment.keys(PersonKeysAttachment.NAME, now.plus(kept), out -> out.write(1));
        assertThat(archives.takeSets(List.of(keys), List.of())).hasOnlyElementsOfType(Archives.Outcome.Taken.class);
    }

    /** What follows every nightly full backup, so many days after the last one. */
    void night(long daysLater) {
        now = now.plus(Duration.ofDays(daysLater));
        retention(null).expireKeys();
    }

    /** What looks after them at night and all the time, and leaves the newest one alone. */
    BackupKeeper keeper() {
        return new BackupKeeper(
                archives,
                List.of(),
                retention(Prune.APPLY),
                List::of,
                drills,
                alarms,
                settings(),
                ZoneOffset.UTC,
                Schedule.ofTheProcess(),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    /** One more event, which the log has signed; nobody has archived it. */
    void record() {
        events.grow(1);
        log.extend();
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    private Retention retention(@Nullable Prune how) {
        KeepRules newest = KeepRules.parse("last=1", ZoneOffset.UTC);
        return new Retention(archives, log, alarms, how, newest, days, () -> now);
    }

    /** How many files with keys of persons are there. */
    static int keysOn(Path target) throws IOException {
        try (Stream<Path> all = Files.walk(target.resolve(FileNames.KEYS))) {
            return (int) all.filter(Files::isRegularFile).count();
        }
    }

    /** The numbers of the full backups that are there. */
    static List<Long> on(Path target) {
        return LongStream.range(0, 3)
                .filter(number -> Files.exists(target.resolve(FileNames.set(number))))
                .boxed()
                .toList();
    }

    static List<String> files(Path target) throws IOException {
        try (Stream<Path> all = Files.walk(target)) {
            return all.map(Path::toString).sorted().toList();
        }
    }
}
