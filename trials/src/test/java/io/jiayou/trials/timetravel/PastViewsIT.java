package io.jiayou.trials.timetravel;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.query.AllReadModels;
import io.jiayou.trials.prove.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./jiayou prove time-travel}. */
class PastViewsIT {

    private static final int TIMES = 20;

    @Test
    void arePastStatesThatTheDocumentsReallyHad(@TempDir Path directory) throws Exception {
        Verdict verdict = new PastViews().run(directory, TIMES, (done, total) -> {});

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.figures()).containsEntry("past views compared", TIMES);
        assertThat(verdict.figures()).containsEntry("moments of them", 3);
        assertThat((Integer) verdict.figures().get("read models compared with a system stopped then"))
                .isEqualTo(3 * AllReadModels.find().all().size());
        assertThat((Long) verdict.figures().get("of them not there yet")).isLessThan(TIMES);
    }
}
