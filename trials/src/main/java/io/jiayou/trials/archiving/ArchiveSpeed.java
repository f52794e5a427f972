package io.jiayou.trials.archiving;

import io.jiayou.trials.bench.Aim;
import io.jiayou.trials.bench.Benchmark;
import io.jiayou.trials.bench.Pairs;
import io.jiayou.trials.bench.Ratio;
import io.jiayou.trials.bench.Report;
import io.jiayou.trials.bench.Steps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Archiving against its own parts and against another backup program, restoring against raw copies, what live commands feel
 * of a full backup and of a drill, and how much is lost with a machine and for how long.
 */
public final class ArchiveSpeed implements Benchmark {

    private static final int USUAL_EVENTS = 200_000;
    private static final int USUAL_ORDERS = 500;
    private static final int USUAL_POINTS = 5_000;

    private final long events;
    private final @Nullable LiveArchiving live;

    /**
     * @param events of the history that is archived and restored, at least
     * @param live what is measured with a running system; null for nothing
     */
    public ArchiveSpeed(long events, @Nullable LiveArchiving live) {
        this.events = events;
        this.live = live;
    }

    /** As {@code ./jiayou bench archive} has it: the system with its defaults. */
    public static ArchiveSpeed usual() {
        return new ArchiveSpeed(USUAL_EVENTS, new LiveArchiving(USUAL_ORDERS, USUAL_POINTS, List.of()));
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public Report run(Path directory, int pairs, Steps steps) throws Exception {
        List<Ratio> ratios = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Path data = directory.resolve("live");
        double restoreSeconds;
        try (ArchivedHistory history = ArchivedHistory.grow(directory, events)) {
            RawSteps raw = RawSteps.of(
                    history.records(), history.events(), history.identity().recipient());
            notes.add("%,d events, %,d bytes of canonical lines".formatted(history.events(), raw.plainBytes()));
            ratios.addAll(archiving(history, raw, directory, pairs, steps, notes));
            Path archive = directory.resolve("archive");
            history.archive(archive);
            ratios.add(recovery(new Recovery(history, archive, directory), pairs, steps));
            restoreSeconds = restored(history, archive, data);
        }
        if (live != null) {
            ratios.addAll(live.measure(directory, data, restoreSeconds, pairs, steps, notes));
        }
        return new Report(
                name(),
                "A: ours; B: what the line names",
                "every file of an archive is forced to disk before its name, every restored event before the next step",
                ratios,
                notes);
    }

    private List<Ratio> archiving(
            ArchivedHistory history, RawSteps raw, Path directory, int pairs, Steps steps, List<String> notes)
            throws Exception {
        Rounds rounds = new Rounds(history, raw, directory);
        Ratio parts = Pairs.measure(pairs, steps, rounds::archiving, rounds::slowestStep)
                .ratio(
                        "archiving, B: the slowest of disk, zstd -1, cipher alone",
                        "B/s",
                        Double::doubleValue,
                        Aim.atLeast(0.7));
        notes.add("steps alone, median: " + rounds.stepsAlone());
        if (!Restic.isThere()) {
            notes.add("restic isn't installed: the comparison with it was left out");
            return List.of(parts);
        }
        Path file = directory.resolve("events.jsonl");
        raw.writeTo(file);
        Restic restic = new Restic(directory);
        return List.of(
                parts,
                Pairs.measure(pairs, steps, rounds::archiving, () -> raw.rate(restic.nanosToBackUp(file)))
                        .ratio(
                                "archiving, B: restic backs the same lines up",
                                "B/s",
                                Double::doubleValue,
                                Aim.atLeast(1.5)));
    }

    private static Ratio recovery(Recovery recovery, int pairs, Steps steps) throws Exception {
        return Pairs.measure(pairs, steps, recovery::serving, recovery::raw)
                .ratio(
                        "restore to serving, B: raw copy and raw bulk load",
                        "events/s",
                        Double::doubleValue,
                        Aim.atLeast(1));
    }

    private static double restored(ArchivedHistory history, Path archive, Path data) throws IOException {
        long started = System.nanoTime();
        history.restore(archive, data);
        return (System.nanoTime() - started) / 1e9;
    }
}
