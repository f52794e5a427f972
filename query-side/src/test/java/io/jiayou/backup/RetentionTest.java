package io.jiayou.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.archive.manifest.FileNames;
import io.jiayou.audit.log.Alarms;
import io.jiayou.backup.BackupSettings.Prune;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {

    @TempDir
    private Path directory;

    private ThreeFullBackups backups;

    @BeforeEach
    void takeThem() {
        backups = ThreeFullBackups.in(directory);
    }

    @Test
    void deletesNothingUnlessItIsToldTo() throws IOException {
        List<String> before = ThreeFullBackups.files(backups.usb);

        backups.prune(null);

        assertThat(ThreeFullBackups.files(backups.usb)).isEqualTo(before);
    }

    @Test
    void deletesNothingWhenItTellsWhatWouldGo() throws IOException {
        List<String> before = ThreeFullBackups.files(backups.usb);

        backups.prune(Prune.TELL);

        assertThat(ThreeFullBackups.files(backups.usb)).isEqualTo(before);
        assertThat(backups.alarms.all()).isEmpty();
    }

    @Test
    void deletesWhatNoRuleKeepsOnEveryTargetAndSignsForIt() throws IOException {
        backups.prune(Prune.APPLY);

        for (Path target : List.of(backups.usb, backups.share)) {
            assertThat(ThreeFullBackups.on(target)).containsExactly(2L);
            assertThat(Files.readString(target.resolve(FileNames.pruned(1))))
                    .contains("\"by\":\"system\"", "\"rule\":\"last 1, daily 0");
        }
    }

    @Test
    void deletesNothingWhereTheNewestNeedsWhatIsGoneAndGoesOnElsewhere() throws IOException {
        Path lines = Path.of(ThreeFullBackups.files(backups.usb).stream()
                .filter(file -> file.endsWith(".jsonl.zst.age"))
                .findFirst()
                .orElseThrow());
        byte[] kept = Files.readAllBytes(lines);
        Files.delete(lines);

        backups.prune(Prune.APPLY);

        assertThat(ThreeFullBackups.on(backups.usb)).containsExactly(0L, 1L, 2L);
        assertThat(ThreeFullBackups.on(backups.share)).containsExactly(2L);
        assertThat(backups.alarms.all()).extracting(Alarms.Alarm::what).containsExactly("prune " + backups.usb);

        Files.write(lines, kept);
        backups.prune(Prune.APPLY);

        assertThat(ThreeFullBackups.on(backups.usb)).containsExactly(2L);
        assertThat(backups.alarms.all()).isEmpty();
    }

    @Test
    void deletesKeysOfPersonsInTheNightInWhichTheirTimeIsOver() throws IOException {
        backups.takeWithKeys(Duration.ofDays(30));
        backups.night(28);
        backups.night(1);
        for (Path target : List.of(backups.usb, backups.share)) {
            assertThat(ThreeFullBackups.keysOn(target)).isEqualTo(1);
        }

        backups.night(1);

        for (Path target : List.of(backups.usb, backups.share)) {
            assertThat(ThreeFullBackups.keysOn(target)).isZero();
            assertThat(Files.exists(target.resolve(FileNames.set(3)))).isTrue();
        }
    }

    /** What only one look at a clock says deletes nothing. */
    @Test
    void deletesNoKeysByAClockThatHasJustJumped() throws IOException {
        backups.takeWithKeys(Duration.ofDays(30));
        backups.night(0);
        backups.night(365);
        assertThat(ThreeFullBackups.keysOn(backups.usb)).isEqualTo(1);

        backups.night(1);

        assertThat(ThreeFullBackups.keysOn(backups.usb)).isZero();
    }
}
