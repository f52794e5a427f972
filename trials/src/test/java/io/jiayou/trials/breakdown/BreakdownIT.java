package io.jiayou.trials.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jiayou.trials.Slow;
import io.jiayou.trials.prove.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short forms of {@code ./jiayou prove backup-kills} and {@code prove full-disks}; other disks take too long to fill here. */
@Slow
class BreakdownIT {

    private static final long MIB = 1 << 20;

    @Test
    void killsLeaveArchivesAndRestoresWhole(@TempDir Path directory) throws Exception {
        Verdict verdict = new BackupKills(false).run(directory, 2, (done, total) -> {});

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.figures()).containsEntry("kills", 1).containsEntry("second target", "another folder");
        assertThat((Integer) verdict.figures().get("kills of restores")).isPositive();
    }

    @Test
    void aFullDiskOfTheArchiveLosesNothing(@TempDir Path directory) throws Exception {
        assumeTrue(canMount(directory.resolve("tried")), "a tmpfs can't be mounted");

        Verdict verdict = new FullDisks().run(directory, 1, (done, total) -> {});

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.figures()).containsEntry("full: the archive's disk", 1);
    }

    private static boolean canMount(Path place) throws InterruptedException {
        try (SmallDisk disk = SmallDisk.mount(place, MIB)) {
            return disk.room() > 0;
        } catch (IOException refused) {
            return false;
        }
    }
}
