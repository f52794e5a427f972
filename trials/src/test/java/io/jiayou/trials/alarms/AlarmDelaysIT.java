package io.jiayou.trials.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.trials.prove.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./jiayou prove alarms}. */
class AlarmDelaysIT {

    @Test
    void anAlarmNamesTheEventWhoseBytesWereChanged(@TempDir Path directory) throws Exception {
        Verdict verdict = new AlarmDelays(3_000).run(directory, 4, (done, total) -> {});

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.figures()).containsEntry("changed events", 4);
    }
}
