package io.jiayou.trials.archiving;

import io.jiayou.trials.bench.Aim;
import io.jiayou.trials.bench.Pairs;
import io.jiayou.trials.bench.Ratio;
import io.jiayou.trials.bench.Spread;
import io.jiayou.trials.bench.Steps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a running system's commands feel of full backups and drills, and how much is lost with a machine, for how long. */
public final class LiveArchiving {

    private static final double ALLOWED_POINT_SECONDS = 60;
    private static final double ALLOWED_MINUTES_A_MILLION = 10;

    private final int orders;
    private final int points;
    private final List<String> settings;

    /**
     * @param orders of each round beside backups and drills
     * @param points orders that are waited for until they are archived
     * @param settings of the running system, as {@code --name=value}
     */
    public LiveArchiving(int orders, int points, List<String> settings) {
        this.orders = orders;
        this.points = points;
        this.settings = List.copyOf(settings);
    }

    /**
     * Starts a system on a data directory that was restored, and measures.
     *
     * @param restoreSeconds how long restoring it took
     * @param notes gets further figures
     */
    List<Ratio> measure(Path directory, Path data, double restoreSeconds, int pairs, Steps steps, List<String> notes)
            throws Exception {
        List<Ratio> ratios = new ArrayList<>();
        try (ArchivingSystem system = ArchivingSystem.start(directory, data, settings)) {
            ratios.add(recoveryTime(restoreSeconds, system, notes));
            ratios.add(recoveryPoint(system, notes));
            // drills first: they verify every full backup there is, and the other measurement takes thousands
            ratios.add(beside(system, "a drill", system::drill, pairs, steps));
            ratios.add(beside(system, "a full backup", system::takeFullBackup, pairs, steps));
        }
        return ratios;
    }

    /** Once, with a process of its own that starts on what was restored and folds all of it. */
    private static Ratio recoveryTime(double restoreSeconds, ArchivingSystem system, List<String> notes) {
        double startSeconds = system.untilReady().toMillis() / 1e3;
        notes.add("recovery of %,d events: restored in %.1f s, ready %.1f s after the start of a process"
                .formatted(system.eventsAtStart(), restoreSeconds, startSeconds));
        return once(
                "recovery to serving of a million events, B: allowed",
                "min",
                (restoreSeconds + startSeconds) / 60 / system.eventsAtStart() * 1e6,
                ALLOWED_MINUTES_A_MILLION);
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
