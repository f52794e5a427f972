package io.jiayou.trials.soak;

import io.jiayou.trials.bench.Aim;
import io.jiayou.trials.bench.Benchmark;
import io.jiayou.trials.bench.Ratio;
import io.jiayou.trials.bench.Report;
import io.jiayou.trials.bench.Spread;
import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.server.Server;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An hour of ordinary work of the standalone process on its default heap: what it takes doesn't grow. */
public final class Soak implements Benchmark {

    private static final double ALLOWED_MB = 768;
    private static final double ALLOWED_LOG_MB = 1;
    private static final double GROWTH = 1.02;
    private static final double SLOWER = 1.2;

    private final SoakOptions options;

    public Soak(SoakOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public boolean byNameOnly() {
        return true;
    }

    @Override
    public Report run(Path directory, int pairs, Steps steps) throws Exception {
        Path data = directory.resolve("data");
        try (Server server = Server.start(data, "--jiayou.demo=true")) {
            server.awaitReady();
            long nanos = TimeUnit.MINUTES.toNanos(options.minutes());
            Sampling memory = new Sampling(server.pid(), nanos, steps);
            Thread sampling = Thread.ofPlatform().start(memory);
            Work work = new Work(server.client(), nanos);
            work.run();
            sampling.join();
            double logged = Server.bytesOfLog(data) / 1e6;
            server.stop();
            return report(memory, work, logged);
        }
    }

    private Report report(Sampling memory, Work work, double logged) {
        return new Report(
                name(),
                "A: the standalone process, with the demonstration data, at work; B: what is allowed, or what it was before",
                "every command is forced to disk before it is acknowledged",
                List.of(
                        ratio("most memory resident", "MB", memory.most(), ALLOWED_MB, Aim.atMost(1)),
                        ratio(
                                "most resident in the last sixth, and the one before",
                                "MB",
                                memory.most(5),
                                memory.most(4),
                                Aim.atMost(GROWTH)),
                        slower("commands", work.commands()),
                        slower("reads", work.reads()),
                        ratio("log", "MB", logged, ALLOWED_LOG_MB, Aim.atMost(1))),
                List.of(
                        "%d minutes; %,d commands, %,d reads, %,d live streams"
                                .formatted(
                                        options.minutes(),
                                        work.commands().answered(),
                                        work.reads().answered(),
                                        work.streams().opened()),
                        "not answered with success: %d commands%s, %d reads%s, %d live streams%s"
                                .formatted(
                                        work.commands().others(),
                                        last(work.commands().lastOther()),
                                        work.reads().others(),
                                        last(work.reads().lastOther()),
                                        work.streams().refused(),
                                        last(work.streams().lastRefusal())),
                        "resident at the end of each twelfth, MB: " + memory.course()));
    }

    private static String last(String failure) {
        return failure.isEmpty() ? "" : " (last: " + failure + ")";
    }

    private static Ratio slower(String what, Paced paced) {
        return ratio(
                "p99 of " + what + ", the last sixth and the second and third twelfth",
                "ms",
                paced.late(),
                paced.early(),
                Aim.atMost(SLOWER));
    }

    private static Ratio ratio(String what, String unit, double a, double b, Aim aim) {
        return new Ratio(what, unit, Spread.of(a / b), Spread.of(a), Spread.of(b), 1, aim);
    }
}
