package io.jiayou.trials.siege;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.trials.prove.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The short form of {@code ./jiayou prove siege}: some seconds of all attacks at once, directly. How fast the other driver is answered
 * is left to the full form, since other tests run beside this one.
 */
class SiegeIT {

    private static final int SECONDS = 6;
    private static final double ANY_MILLIS = 30_000;

    @Test
    void theSystemHolds(@TempDir Path directory) throws Exception {
        Verdict verdict = besiege(directory, "--direct");

        assertThat(verdict.violations()).isEmpty();
        assertThat(figure(verdict, "looks of another driver")).isPositive();
        assertThat(figure(verdict, "orders acknowledged")).isPositive();
        assertThat(verdict.figures()).containsEntry("directly: of them lost", 0L);
    }

    @Test
    void oneDefenceLessIsFound(@TempDir Path directory) throws Exception {
        Verdict verdict = besiege(directory, "--direct", "--without", "head-size");

        assertThat(verdict.figures()).containsEntry("without", "head-size");
        assertThat(verdict.violations()).anyMatch(it -> it.contains("large heads"));
    }

    private static Verdict besiege(Path directory, String... arguments) throws Exception {
        SiegeOptions options = new SiegeOptions();
        new CommandLine(options).parseArgs(arguments);
        return new Siege(options, SECONDS, ANY_MILLIS).run(directory, 1, (done, total) -> {});
    }

    private static long figure(Verdict verdict, String name) {
        return verdict.figures().get("directly: " + name) instanceof Number number ? number.longValue() : -1;
    }
}
