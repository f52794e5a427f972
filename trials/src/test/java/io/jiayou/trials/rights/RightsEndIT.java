package io.jiayou.trials.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.trials.prove.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./jiayou prove sessions}: each ending once, and two races. */
class RightsEndIT {

    @Test
    void everyNodeNoticesWithinFiveSeconds(@TempDir Path directory) throws Exception {
        Verdict verdict = new RightsEnd().run(directory, 1, (done, total) -> {});

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.figures()).containsEntry("races with closing and reset", 2);
    }
}
