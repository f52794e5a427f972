package io.jiayou.trials.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.trials.prove.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./jiayou prove kills}. */
class KillsIT {

    @Test
    void losesNothingThatWasAcknowledged(@TempDir Path directory) throws Exception {
        Verdict verdict = new Kills().run(directory, 2, (done, total) -> {});
        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.figures()).containsEntry("kills", 2);
        assertThat((Long) verdict.figures().get("commands acknowledged")).isPositive();
    }
}
