package io.jiayou.trials.soak;

import io.jiayou.trials.bench.Aim;
import io.jiayou.trials.bench.Benchmark;
import io.jiayou.trials.bench.Ratio;
import io.jiayou.trials.bench.Report;
import io.jiayou.trials.bench.Spread;
import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.server.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Processor time of the standalone process with the demonstration data while nobody asks it anything. */
public final class Idle implements Benchmark {

    private static final double PART_OF_A_CORE = 0.01;

    private final Duration settling;
    private final Duration time;

    /**
     * @param settling from readiness to the beginning
     * @param time how long it's watched
     */
    public Idle(Duration settling, Duration time) {
        this.settling = settling;
        this.time = time;
    }

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public boolean byNameOnly() {
        return true;
    }

    @Override
    public Report run(Path directory, int pairs, Steps steps) throws Exception {
        try (Server server = Server.start(directory.resolve("data"), "--jiayou.demo=true")) {
            server.awaitReady();
            Thread.sleep(settling);
            double before = seconds(server.pid());
            long seconds = time.toSeconds();
            for (long second = 0; second < seconds; second++) {
                steps.at(second, seconds);
                Thread.sleep(1_000);
            }
            double took = seconds(server.pid()) - before;
            double allowed = seconds * PART_OF_A_CORE;
            return new Report(
                    name(),
                    "A: the standalone process with the demonstration data, nobody asking; B: one hundredth of a core",
                    "nothing is written",
                    List.of(new Ratio(
                            "processor time",
                            "s",
                            Spread.of(took / allowed),
                            Spread.of(took),
                            Spread.of(allowed),
                            1,
                            Aim.atMost(1))),
                    List.of("%d s, from %d s after readiness".formatted(seconds, settling.toSeconds())));
        }
    }

    private static double seconds(long pid) throws IOException {
        return ProcessHandle.of(pid)
                        .flatMap(it -> it.info().totalCpuDuration())
                        .orElseThrow(() -> new IOException("the process doesn't say what it took"))
                        .toNanos()
                / 1e9;
    }
}
