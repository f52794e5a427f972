package io.jiayou.trials.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.trials.prove.Verdict;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./jiayou prove malformed}: the same requests each time, at all endpoints. */
class MalformedIT {

    private static final int TIMES = 300;

    @Test
    void requestsAreAnsweredAndChangeNothingUnlessTheyAreRight(@TempDir Path directory) throws Exception {
        Verdict verdict = new Malformed(OptionalLong.of(20260301)).run(directory, TIMES, (done, total) -> {});

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.figures())
                .containsEntry("requests", TIMES)
                .containsEntry("answers of 5xx", 0)
                .containsEntry("kinds of actors", 17);
        assertThat((Integer) verdict.figures().get("answers of success")).isGreaterThan(10);
        assertThat((Integer) verdict.figures().get("endpoints")).isGreaterThan(70);
    }
}
