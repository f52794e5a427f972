package io.jiayou.trials.tampering;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.trials.prove.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./jiayou prove tampering}. */
class TamperingIT {

    @Test
    void findsEveryChangeAndItsPlace(@TempDir Path directory) throws Exception {
        Verdict verdict = new Tampering(2_000).run(directory, 210, (done, total) -> {});

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.figures()).containsEntry("mutations", 210);
    }
}
