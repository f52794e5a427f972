package io.jiayou.trials.rebuild;

import io.jiayou.trials.bench.Aim;
import io.jiayou.trials.bench.Benchmark;
import io.jiayou.trials.bench.Pairs;
import io.jiayou.trials.bench.Ratio;
import io.jiayou.trials.bench.Report;
import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.stores.CommandPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** The rebuild of all read models against one-event batches, and against what can't be avoided. */
public final class RebuildSpeed implements Benchmark {

    private static final double TIMES_ONE_BY_ONE = 12;
    private static final double SHARE_OF_LIMIT = 0.6;

    private final long history;
    private final Duration oneByOneRound;

    /**
     * @param history how many events
     * @param oneByOneRound how long one-event batches are measured at a time: all events would take too long
     */
    public RebuildSpeed(long history, Duration oneByOneRound) {
        this.history = history;
        this.oneByOneRound = oneByOneRound;
    }

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public Report run(Path directory, int pairs, Steps steps) throws Exception {
        try (CommandPath path = CommandPath.onOurs(Files.createDirectory(directory.resolve("events")))) {
            OrderHistory.grow(path, history);
            EventStore events = path.events();
            RawLimit limit = new RawLimit(events, Filling.documents(events));
            OneByOne oneByOne = new OneByOne(events, oneByOneRound);
            Callable<Double> rebuild = () -> Filling.eventsPerSecond(events);
            return new Report(
                    name(),
                    "A: all read models filled from the first event on until they serve; B: what the line names",
                    "none on either side: the read store is in memory, its contents are what is rebuilt",
                    List.of(
                            ratio(
                                    "one-event batches",
                                    pairs,
                                    steps,
                                    rebuild,
                                    oneByOne::eventsPerSecond,
                                    TIMES_ONE_BY_ONE),
                            ratio(
                                    "raw read and raw bulk write",
                                    pairs,
                                    steps,
                                    rebuild,
                                    limit::eventsPerSecond,
                                    SHARE_OF_LIMIT),
                            ratio("raw read", pairs, steps, rebuild, () -> RawReading.eventsPerSecond(events), null)),
                    List.of("%,d events of orders made by the command path, %,d documents"
                            .formatted(events.createHeadToken().position().orElse(-1) + 1, limit.documents())));
        }
    }

    private static Ratio ratio(
            String against,
            int pairs,
            Steps steps,
            Callable<Double> rebuild,
            Callable<Double> other,
            @Nullable Double atLeast)
            throws Exception {
        return Pairs.measure(pairs, steps, rebuild, other)
                .ratio(
                        "events per second, B: " + against,
                        "1/s",
                        Double::doubleValue,
                        atLeast == null ? null : Aim.atLeast(atLeast));
    }
}
