package io.jiayou.trials.archiving;

import io.jiayou.trials.archiving.SizedSystem.PerEvent;
import io.jiayou.trials.bench.Benchmark;
import io.jiayou.trials.bench.Pairs;
import io.jiayou.trials.bench.Ratio;
import io.jiayou.trials.bench.Report;
import io.jiayou.trials.bench.Steps;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What an event takes of disks, heap and time, in a small history and in one of ten times as many. */
public final class Sizes implements Benchmark {

    private static final int TIMES = 10;

    private final long events;

    /** @param events of the smaller history, at least */
    public Sizes(long events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "sizes";
    }

    @Override
    public Report run(Path directory, int pairs, Steps steps) throws Exception {
        double empty = SizedSystem.emptyHeap(directory);
        try (SizedSystem large = SizedSystem.grow(directory.resolve("large"), events * TIMES);
                SizedSystem small = SizedSystem.grow(directory.resolve("small"), events)) {
            Pairs<PerEvent> measured =
                    Pairs.measure(pairs, steps, () -> large.measure(empty), () -> small.measure(empty));
            List<String> notes = List.of(
                    "A: %,d events, B: %,d, of whole orders by 64 drivers at a time; figures are for one event each"
                            .formatted(large.events(), small.events()),
                    "an empty system has %.0f MB of its heap after a full collection".formatted(empty / (1 << 20)),
                    "disk: an archive without full backups; the store as it grew, with what it hasn't compacted yet");
            return new Report(
                    name(),
                    "A: a history of ten times as many events; B: the small one",
                    "every file of the store and of the archive is forced to disk",
                    List.of(
                            of(measured, "event store", "B", PerEvent::store),
                            of(measured, "audit log", "B", PerEvent::log),
                            of(measured, "archive", "B", PerEvent::archive),
                            of(measured, "history's index", "B", PerEvent::index),
                            of(measured, "read models' checkpoint", "B", PerEvent::readModels),
                            of(measured, "heap", "B", PerEvent::heap),
                            of(measured, "restore from the archive", "µs", PerEvent::restoreMicros),
                            of(measured, "start without a checkpoint, to readiness", "µs", PerEvent::startMicros)),
                    notes);
        }
    }

    private static Ratio of(Pairs<PerEvent> measured, String what, String unit, ToDoubleFunction<PerEvent> figure) {
        return measured.ratio(what, unit, figure, null);
    }
}
