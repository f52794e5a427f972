package io.jiayou.trials.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.trials.prove.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./jiayou prove erasure}. */
class ErasuresIT {

    @Test
    void leavesNothingOfWhomItErases(@TempDir Path directory) throws Exception {
        Verdict verdict = new Erasures().run(directory, 3, (done, total) -> {});

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.figures()).containsEntry("persons erased", 3).containsEntry("of them found", 0);
    }
}
