package io.jiayou.trials.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.trials.prove.Verdict;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./jiayou prove extremes}: some of the requests, the same each time, and both imports whole. */
class ExtremesIT {

    private static final int TIMES = 400;

    @Test
    void whateverIsAcceptedIsFoldedAndComesBack(@TempDir Path directory) throws Exception {
        Verdict verdict = new Extremes(OptionalLong.of(20260301)).run(directory, TIMES, (done, total) -> {});

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.figures()).containsEntry("cases sent", TIMES).containsEntry("answers of 5xx", 0);
        assertThat(figure(verdict, "endpoints")).isGreaterThan(60);
        assertThat(figure(verdict, "cases that there are")).isGreaterThan(10_000);
        assertThat(figure(verdict, "extreme commands accepted")).isGreaterThan(20);
        assertThat(figure(verdict, "transactions accepted")).isGreaterThan(20);
        assertThat(figure(verdict, "stations accepted")).isGreaterThan(20);
        assertThat(figure(verdict, "read models compared after the restore")).isGreaterThan(5);
    }

    private static int figure(Verdict verdict, String name) {
        return verdict.figures().get(name) instanceof Number number ? number.intValue() : -1;
    }
}
