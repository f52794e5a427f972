package io.jiayou.trials.breakdown;

import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.prove.Proof;
import io.jiayou.trials.prove.Verdict;
import java.io.IOException;
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
    /** The store lays out room for its log before it needs it, and all of that has to be written. */
    private static final int CROWD = 48;

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
            Map<String, Integer> met = new LinkedHashMap<>();
            for (int round = 0; round < times; round++) {
                steps.at(round, times + 1L);
                switch (round % 3) {
                    case 0 -> count(met, "the archive's disk", underLoad(archived, archives::fillOnce));
                    case 1 -> count(met, "the data directory's disk", underLoad(archived, stores::fillOnce));
                    default -> {
                        if (round == 2) {
                            restores.observe();
                        }
                        count(met, "the disk restored to", restores.fillOnce());
                    }
                }
            }
            steps.at(times, times + 1L);
            archived.system().endOnEvents();
            return verdict(archived, watched, restores, met, times);
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

    private Verdict verdict(
            ArchivedSystem archived, Watched watched, FullRestore restores, Map<String, Integer> met, int times)
            throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>(watched.wrong());
        wrong.addAll(archived.system().violations());
        List<String> differing = archived.compareAll(restores.heads());
        wrong.addAll(differing);
        met.forEach((disk, points) -> {
            if (points == 0) {
                wrong.add(disk + ": at no point, nothing is proven");
            }
        });
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("points", times);
        figures.putAll(met);
        figures.putAll(archived.system().figures());
        figures.put("not refused cleanly, or didn't go on", watched.wrong().size());
        figures.put("archives or restores other than the store", differing.size());
        return new Verdict(name(), figures, wrong);
    }
}
