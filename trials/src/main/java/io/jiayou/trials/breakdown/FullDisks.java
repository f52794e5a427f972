package io.jiayou.trials.breakdown;

import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.prove.Proof;
import io.jiayou.trials.prove.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Disks that fill up at random points, in turn the one of the archive, the one of the data directory, and the one that is
 * restored to. Nothing acknowledged is lost, refusals are clean, and once there is room everything goes on without a restart.
 */
public final class FullDisks implements Proof {

    private static final int FULL_TIMES = 50;
    /** On one system, before the next is set up: whoever fills disks with events gets more of them than fit in memory. */
    private static final int POINTS = 9;
    /** The store lays out room for its log before it needs it, and all of that has to be written. */
    private static final int CROWD = 48;

    private static final String SEED = "seed";
    private static final long MIB = 1 << 20;
    private static final long DATA_DISK = 640 * MIB;
    private static final long OTHER_DISK = 320 * MIB;

    @Override
    public String name() {
        return "full-disks";
    }

    @Override
    public int fullTimes() {
        return FULL_TIMES;
    }

    @Override
    public Verdict run(Path directory, int times, Steps steps) throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        Map<String, Integer> met = new LinkedHashMap<>();
        List<Object> seeds = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (int done = 0; done < times; done += POINTS) {
            int before = done;
            Path each = Files.createDirectories(directory.resolve("system-" + done / POINTS));
            Verdict verdict = oneSystem(
                    each, Math.min(POINTS, times - done), met, (now, all) -> steps.at(before + now, times + 1L));
            verdict.figures().forEach((what, figure) -> {
                if (figure instanceof Integer || figure instanceof Long && !what.equals(SEED)) {
                    figures.merge(what, ((Number) figure).longValue(), (one, other) -> (Long) one + (Long) other);
                }
            });
            seeds.add(verdict.figures().getOrDefault(SEED, ""));
            wrong.addAll(verdict.violations());
        }
        met.forEach((disk, points) -> {
            if (points == 0) {
                wrong.add(disk + ": at no point, nothing is proven");
            }
        });
        figures.putAll(met);
        figures.put("seeds", seeds);
        return new Verdict(name(), figures, wrong);
    }

    private Verdict oneSystem(Path directory, int points, Map<String, Integer> met, Steps steps) throws Exception {
        try (SmallDisk data = SmallDisk.mount(directory.resolve("data-disk"), DATA_DISK);
                SmallDisk archive = SmallDisk.mount(directory.resolve("archive-disk"), OTHER_DISK);
                SmallDisk restore = SmallDisk.mount(directory.resolve("restore-disk"), OTHER_DISK);
                ArchivedSystem archived = ArchivedSystem.prepare(
                        directory,
                        data.place().resolve("data"),
                        CROWD,
                        List.of(archive.place().resolve("archive").toString()),
                        Map.of())) {
            archived.system().open();
            Watched watched = new Watched();
            FullArchive archives = new FullArchive(archived, archive, watched);
            FullStore stores = new FullStore(archived, data, watched);
            FullRestore restores = new FullRestore(archived, restore, watched);
            for (int point = 0; point < points; point++) {
                steps.at(point, points);
                switch (point % 3) {
                    case 0 -> count(met, "the archive's disk", underLoad(archived, archives::fillOnce));
                    case 1 -> count(met, "the data directory's disk", underLoad(archived, stores::fillOnce));
                    default -> {
                        if (point == 2) {
                            restores.observe();
                        }
                        count(met, "the disk restored to", restores.fillOnce());
                    }
                }
            }
            steps.at(points, points);
            archived.system().endOnEvents();
            return verdict(archived, watched, restores, points);
        }
    }

    private interface Point {
        boolean fillOnce() throws IOException, InterruptedException;
    }

    private static boolean underLoad(ArchivedSystem archived, Point point) throws IOException, InterruptedException {
        boolean[] met = new boolean[1];
        archived.system().underLoad(() -> met[0] = point.fillOnce());
        return met[0];
    }

    private static void count(Map<String, Integer> met, String disk, boolean full) {
        met.merge("full: " + disk, full ? 1 : 0, Integer::sum);
    }

    private Verdict verdict(ArchivedSystem archived, Watched watched, FullRestore restores, int points)
            throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>(watched.wrong());
        wrong.addAll(archived.system().violations());
        List<String> differing = archived.compareAll(restores.heads());
        wrong.addAll(differing);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("points", points);
        figures.putAll(archived.system().figures());
        figures.put("not refused cleanly, or didn't go on", watched.wrong().size());
        figures.put("archives or restores other than the store", differing.size());
        return new Verdict(name(), figures, wrong);
    }
}
