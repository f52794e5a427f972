package io.jiayou.trials.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.trials.prove.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short forms of {@code ./jiayou prove restore} and {@code prove backup-tampering}. */
class BackupIT {

    @Test
    void everyRestoreIsWhatTheEventsSay(@TempDir Path directory) throws Exception {
        Verdict verdict = new Restores(1_500).run(directory, 2, (done, total) -> {});

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.figures()).containsEntry("read models compared", 2 * 7);
    }

    @Test
    void noDamagedArchiveIsRestored(@TempDir Path directory) throws Exception {
        Verdict verdict = new BackupTampering().run(directory, 140, (done, total) -> {});

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.figures()).containsEntry("damages", 140);
    }
}
