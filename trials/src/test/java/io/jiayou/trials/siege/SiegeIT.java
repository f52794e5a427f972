package io.jiayou.trials.siege;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.trials.Slow;
import io.jiayou.trials.prove.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The short form of {@code ./jiayou prove siege}: some seconds of all attacks at once, directly. How many connections, requests and
 * milliseconds there are is left to the full form, since other tests run beside this one.
 */
class SiegeIT {

    private static final int SECONDS = 6;

    @Test
    void theSystemLivesOnAndLosesNothing(@TempDir Path directory) throws Exception {
        Verdict verdict = besiege(directory, "--direct");

        assertThat(verdict.violations())
                .noneMatch(it -> it.contains("the process ended"))
                .noneMatch(it -> it.contains("the heap was full"))
                .noneMatch(it -> it.contains("temporary files grew"))
                .noneMatch(it -> it.contains("large heads"))
                .noneMatch(it -> it.contains("are lost"));
        assertThat(verdict.figures()).containsEntry("directly: of them lost", 0L);
    }

    /** With heads of a megabyte each the attackers' buffers fill the heap, or the heads are taken to their end. */
    @Test
    @Slow
    void oneDefenceLessIsFound(@TempDir Path directory) throws Exception {
        Verdict verdict = besiege(directory, "--direct", "--without", "head-size");

        assertThat(verdict.figures()).containsEntry("without", "head-size");
        assertThat(verdict.violations()).anyMatch(it -> it.contains("large heads") || it.contains("the process ended"));
    }

    private static Verdict besiege(Path directory, String... arguments) throws Exception {
        SiegeOptions options = new SiegeOptions();
        new CommandLine(options).parseArgs(arguments);
        return new Siege(options, SECONDS).run(directory, 1, (done, total) -> {});
    }
}
