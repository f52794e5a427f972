package io.jiayou.trials.archiving;

import io.jiayou.trials.bench.Aim;
import io.jiayou.trials.bench.Benchmark;
import io.jiayou.trials.bench.Pairs;
import io.jiayou.trials.bench.Ratio;
import io.jiayou.trials.bench.Report;
import io.jiayou.trials.bench.Spread;
import io.jiayou.trials.bench.Steps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Archiving against its own parts and against another backup program, restoring against raw copies, what live commands feel
 * of a full backup and of a drill, and how much is lost with a machine and for how long.
 */
public final class ArchiveSpeed implements Benchmark {

    private static final int USUAL_EVENTS = 200_000;
    private static final int USUAL_ORDERS = 1_000;
    private static final int USUAL_POINTS = 5_000;

    private static final double ALLOWED_POINT_SECONDS = 60;
    private static final double ALLOWED_MINUTES_A_MILLION = 10;

    private final long events;
    private final int orders;
    private final int points;
    private final List<String> settings;

    /**
     * @param events of the history that is archived and restored, at least
     * @param orders of each round beside backups and drills
     * @param points orders that are waited for until they are archived
     * @param settings of the running system, as {@code --name=value}
     */
    public ArchiveSpeed(long events, int orders, int points, List<String> settings) {
        this.events = events;
        this.orders = orders;
        this.points = points;
        this.settings = List.copyOf(settings);
    }

    /** As {@code ./jiayou bench archive} has it: the system with its defaults. */
    public static ArchiveSpeed usual() {
        return new ArchiveSpeed(USUAL_EVENTS, USUAL_ORDERS, USUAL_POINTS, List.of());
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
        try (ArchivingSystem system = ArchivingSystem.start(directory, data, settings)) {
            ratios.add(recoveryTime(restoreSeconds, system, notes));
            ratios.addAll(liveCommands(system, pairs, steps));
            ratios.add(recoveryPoint(system, notes));
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

    /** Once, with a process of its own that starts on what was restored and folds all of it. */
    private Ratio recoveryTime(double restoreSeconds, ArchivingSystem system, List<String> notes) {
        double startSeconds = system.untilReady().toMillis() / 1e3;
        notes.add("recovery of %,d events: restored in %.1f s, ready %.1f s after the start of a process"
                .formatted(system.eventsAtStart(), restoreSeconds, startSeconds));
        return once(
                "recovery to serving of a million events, B: allowed",
                "min",
                (restoreSeconds + startSeconds) / 60 / system.eventsAtStart() * 1e6,
                ALLOWED_MINUTES_A_MILLION);
    }

    private List<Ratio> liveCommands(ArchivingSystem system, int pairs, Steps steps) throws Exception {
        return List.of(
                beside(system, "a full backup", system::takeFullBackup, pairs, steps),
                beside(system, "a drill", system::drill, pairs, steps));
    }

    private Ratio beside(ArchivingSystem system, String what, ArchivingSystem.Beside beside, int pairs, Steps steps)
            throws Exception {
        return Pairs.measure(pairs, steps, () -> system.p99MillisWhile(orders, beside), () -> system.p99Millis(orders))
                .ratio("live command p99 during " + what + ", B: without", "ms", Double::doubleValue, Aim.atMost(2));
    }

    private Ratio recoveryPoint(ArchivingSystem system, List<String> notes) throws Exception {
        Spread seconds = Spread.of(new RecoveryPoint(system).seconds(points));
        notes.add(
                "%,d orders were archived and verified %.1f s after their acknowledgement in the middle, %.1f s at least"
                        .formatted(points, seconds.median(), seconds.lowest()));
        return once(
                "ack to verified in the archive, longest, B: allowed", "s", seconds.highest(), ALLOWED_POINT_SECONDS);
    }

    /** What is measured in one go and compared with what is allowed. */
    private static Ratio once(String what, String unit, double measured, double allowed) {
        return new Ratio(
                what, unit, Spread.of(measured / allowed), Spread.of(measured), Spread.of(allowed), 1, Aim.atMost(1));
    }
}
