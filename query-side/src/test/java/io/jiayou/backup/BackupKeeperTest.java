package io.jiayou.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.archive.write.Archiver;
import io.jiayou.archive.write.Progress;
import io.jiayou.audit.log.Alarms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupKeeperTest {

    private static final Instant AT = Instant.parse("2026-11-24T04:00:00Z");

    @TempDir
    private Path directory;

    private ThreeFullBackups backups;

    @BeforeEach
    void takeThem() {
        backups = ThreeFullBackups.in(directory);
    }

    @Test
    void aFullBackupThatCouldNotBeTakenIsAnAlarmUntilOneIsTaken() throws IOException {
        BackupKeeper keeper = backups.keeper();
        unplug();
        keeper.takeSets();
        assertThat(raised()).containsExactly("backup " + backups.usb);

        plugIn();
        keeper.takeSets();

        assertThat(raised()).isEmpty();
    }

    /** Who lost a disk last night still has what was there the nights before. */
    @Test
    void nothingIsPrunedAtNightUnlessEveryTargetHasANewFullBackup() throws IOException {
        BackupKeeper keeper = backups.keeper();
        unplug();
        assertThatThrownBy(keeper::nightly).isInstanceOf(IOException.class).hasMessageContaining("usb");
        assertThat(ThreeFullBackups.on(backups.share)).containsExactly(0L, 1L, 2L);

        plugIn();
        keeper.nightly();

        assertThat(ThreeFullBackups.on(backups.share)).isEmpty();
        assertThat(ThreeFullBackups.on(backups.usb)).isEmpty();
    }

    @Test
    void eventsThatWaitForThreeMinutesAreAnAlarmUntilTheyAreArchived() throws IOException {
        BackupKeeper keeper = backups.keeper();
        unplug();
        backups.record();
        advance();
        backups.later(Duration.ofMinutes(3).minusSeconds(1));
        keeper.watch();
        assertThat(raised()).isEmpty();

        backups.later(Duration.ofSeconds(1));
        keeper.watch();
        assertThat(raised()).containsExactly("archive " + backups.share, "archive " + backups.usb);

        plugIn();
        advance();
        keeper.watch();
        assertThat(raised()).isEmpty();
    }

    @Test
    void anArchiveOfAnotherHistoryIsAnAlarmAtOnce() throws IOException {
        backups.record();
        advance();
        backups.later(Duration.ofMinutes(1));
        advance();
        Path segments = backups.usb.resolve("segments");
        try (var all = Files.walk(segments)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.write(file, new byte[] {1});
            }
        }
        backups.archives.archivers().forEach(Archiver::reopen);
        advance();

        backups.keeper().watch();

        assertThat(raised()).containsExactly("archive " + backups.usb);
    }

    @Test
    void aDrillThatGaveSomethingElseIsAnAlarmUntilTheNextOne() throws IOException {
        BackupKeeper keeper = backups.keeper();
        backups.drills.keep(DrillReport.failed(AT, "usb", "everything", "no room"));
        keeper.watchDrills();
        assertThat(raised()).containsExactly("drill");
        assertThat(backups.alarms.all().getFirst().detail()).isEqualTo("restoring everything from usb: no room");

        backups.drills.keep(equal(AT.plusSeconds(60), "everything"));
        backups.drills.keep(equal(AT.plusSeconds(60), "7"));
        keeper.watchDrills();
        assertThat(raised()).isEmpty();
    }

    @Test
    void whatKeptADrillFromComparingIsTold() throws IOException {
        assertThat(backups.drills.last()).isNull();

        backups.drills.keep(DrillReport.failed(AT, "usb", "everything", "no room"));
        assertThat(backups.drills.last()).isEqualTo(new DrillReports.Last(AT, "usb", false, "no room"));

        backups.drills.keep(equal(AT.plusSeconds(60), "everything"));
        backups.drills.keep(equal(AT.plusSeconds(60), "7"));
        assertThat(backups.drills.last()).isEqualTo(new DrillReports.Last(AT.plusSeconds(60), "usb", true, null));
    }

    @Test
    void aFullBackupCanBeTakenOnOneTargetAlone() {
        BackupKeeper keeper = backups.keeper();
        String share = backups.share.toString();

        assertThat(keeper.takeSet(share))
                .singleElement()
                .isInstanceOfSatisfying(Archives.Outcome.Taken.class, taken -> assertThat(taken.target())
                        .isEqualTo(share));
        assertThat(keeper.takeSet("nowhere")).isEmpty();
        assertThat(keeper.progress()).extracting(Progress::sets).containsExactly(3L, 4L);
    }

    private static DrillReport equal(Instant at, String until) {
        return new DrillReport(at, "usb", until, true, 7, "", true, List.of(), 0, 0, 0, 0, null);
    }

    private List<String> raised() {
        return backups.alarms.all().stream().map(Alarms.Alarm::what).sorted().toList();
    }

    /** As often as the schedule does it; one that fails is tried again. */
    private void advance() {
        for (Archiver archiver : backups.archives.archivers()) {
            try {
                archiver.advance();
            } catch (IOException | RuntimeException tellsItself) {
                // its progress says so
            }
        }
    }

    private void unplug() throws IOException {
        Files.move(backups.usb, directory.resolve("unplugged"));
    }

    private void plugIn() throws IOException {
        Files.move(directory.resolve("unplugged"), backups.usb);
    }
}
