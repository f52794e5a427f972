package io.jiayou.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jiayou.trials.access.AccessCost;
import io.jiayou.trials.archiving.ArchiveSpeed;
import io.jiayou.trials.archiving.Sizes;
import io.jiayou.trials.audit.AuditCost;
import io.jiayou.trials.bench.Benchmark;
import io.jiayou.trials.bench.Ratio;
import io.jiayou.trials.bench.Report;
import io.jiayou.trials.commands.DurableCommands;
import io.jiayou.trials.memory.ServerMemory;
import io.jiayou.trials.rebuild.RebuildSpeed;
import io.jiayou.trials.soak.Idle;
import io.jiayou.trials.soak.Soak;
import io.jiayou.trials.soak.SoakOptions;
import io.jiayou.trials.timetravel.PastSpeed;
import io.jiayou.trials.visibility.AckToVisible;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Each benchmark in its smallest form: that it measures, not how fast anything is. */
class BenchmarksIT {

    private static final Duration SHORT = Duration.ofMillis(200);

    @Test
    void measuresDurableCommands(@TempDir Path directory) throws Exception {
        assumePostgres();
        Report report = measured(new DurableCommands(SHORT), directory);
        assertThat(report.durability()).contains("fsync=on", "counted: ours");
    }

    @Test
    @Slow
    void measuresHowSoonCommandsAreVisible(@TempDir Path directory) throws Exception {
        assumePostgres();
        measured(new AckToVisible(10), directory);
    }

    @Test
    @Slow
    void measuresTheRebuild(@TempDir Path directory) throws Exception {
        measured(new RebuildSpeed(3_000, SHORT), directory);
    }

    @Test
    @Slow
    void measuresMemoryAndStart(@TempDir Path directory) throws Exception {
        measured(new ServerMemory(20), directory);
    }

    @Test
    @Slow
    void measuresTheAuditLog(@TempDir Path directory) throws Exception {
        measured(new AuditCost(SHORT, 3_000), directory);
    }

    @Test
    @Slow
    void measuresThePast(@TempDir Path directory) throws Exception {
        measured(new PastSpeed(500), directory);
    }

    @Test
    @Slow
    void measuresWhatAccessCosts(@TempDir Path directory) throws Exception {
        measured(new AccessCost(SHORT), directory);
    }

    @Test
    @Slow
    void measuresTheArchive(@TempDir Path directory) throws Exception {
        measured(new ArchiveSpeed(2_000, null), directory);
    }

    @Test
    @Slow
    void measuresSizes(@TempDir Path directory) throws Exception {
        measured(new Sizes(500), directory);
    }

    @Test
    @Slow
    void measuresIdleness(@TempDir Path directory) throws Exception {
        measured(new Idle(Duration.ZERO, Duration.ofSeconds(5)), directory);
    }

    @Test
    @Slow
    void soaks(@TempDir Path directory) throws Exception {
        SoakOptions minute = new SoakOptions();
        new CommandLine(minute).parseArgs("--minutes", "1");

        Report report = measured(new Soak(minute), directory);

        assertThat(report.notes()).anyMatch(it -> it.startsWith("1 minutes; 2,"));
    }

    private static Report measured(Benchmark benchmark, Path directory) throws Exception {
        Report report = benchmark.run(directory, 1, (done, total) -> {});
        assertThat(report.ratios()).isNotEmpty().allSatisfy(BenchmarksIT::isMeasured);
        return report;
    }

    private static void isMeasured(Ratio ratio) {
        assertThat(ratio.pairs()).as(ratio.what()).isPositive();
        assertThat(ratio.b().median()).as(ratio.what()).isPositive();
    }

    private static void assumePostgres() {
        assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "PostgreSQL's binaries are here for Linux on amd64 only");
    }
}
