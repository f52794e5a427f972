package io.jiayou.trials.breakdown;

import io.jiayou.archive.target.S3Server;
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
 * SIGKILLs of a system that archives to two targets under load, and of restores. Nobody repairs anything in between. At the
 * end each archive gives back exactly what the store has, and both have everything that was acknowledged. A trial whose kills
 * hit nothing proves nothing, and fails.
 */
public final class BackupKills implements Proof {

    private static final int FULL_TIMES = 100;
    /** Fewer kills may all be too early or too late by chance. */
    private static final int ENOUGH = 20;

    /** Some command is always under way, and a restore still gets its share of the cores. */
    private static final int CROWD = 12;

    private final boolean withS3;

    /** @param withS3 whether the second target is an S3 server, if there is one to start; else it is another folder */
    public BackupKills(boolean withS3) {
        this.withS3 = withS3;
    }

    @Override
    public String name() {
        return "backup-kills";
    }

    @Override
    public int fullTimes() {
        return FULL_TIMES;
    }

    @Override
    public Verdict run(Path directory, int times, Steps steps) throws Exception {
        Path jar = Path.of(System.getProperty("jiayou.home", ".."), "archive", "target", "s3mock", "s3mock.jar");
        if (!withS3 || !Files.exists(jar)) {
            return run(directory, directory.resolve("another-folder").toString(), times, steps);
        }
        Path store = Files.createDirectory(directory.resolve("s3"));
        try (S3Server server = S3Server.start(jar, store)) {
            String address = "s3://%s/jiayou?endpoint=%s".formatted(S3Server.BUCKET, server.endpoint());
            return run(directory, address, times, steps);
        }
    }

    private Verdict run(Path directory, String second, int times, Steps steps) throws Exception {
        Path folder = directory.resolve("folder");
        List<String> targets = List.of(folder.toString(), second);
        try (ArchivedSystem archived =
                ArchivedSystem.prepare(directory, directory.resolve("data"), CROWD, targets, S3Server.ENVIRONMENT)) {
            archived.system().open();
            KilledWriters writers = new KilledWriters(archived, folder);
            InterruptedRestores restores = new InterruptedRestores(archived, directory.resolve("restored"));
            writers.observe();
            restores.undisturbed(targets.getFirst());
            for (int round = 0; round < times; round++) {
                steps.at(round, times + 1L);
                Stage stage = Stage.ofRound(round);
                if (stage == Stage.RESTORING) {
                    String from = targets.get(archived.system().random().nextInt(targets.size()));
                    restores.kill(from);
                } else {
                    writers.kill(stage);
                }
            }
            steps.at(times, times + 1L);
            archived.system().endOnEvents();
            return verdict(archived, writers, restores, second, times);
        }
    }

    private Verdict verdict(
            ArchivedSystem archived, KilledWriters writers, InterruptedRestores restores, String second, int times)
            throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>(restores.wrong());
        wrong.addAll(archived.system().violations());
        List<String> differing = archived.compareAll(restores.heads());
        wrong.addAll(differing);
        long silences = archived.system().silences();
        if (times >= ENOUGH && (writers.hits().isEmpty() || restores.hits().isEmpty() || silences == 0)) {
            wrong.add("no kill has hit archiving, a restore, or a command: nothing is proven");
        }
        Map<String, Object> figures = new LinkedHashMap<>(archived.system().figures());
        figures.put("kills of restores", restores.kills());
        figures.put("second target", second.startsWith("s3:") ? "an S3 server" : "another folder");
        writers.hits().forEach(figures::put);
        restores.hits().forEach(figures::put);
        figures.put("restores that ended", restores.heads().size());
        figures.put("writing a segment took, ms", writers.segment().toMillis());
        figures.put("archives or restores other than the store", differing.size());
        figures.put("restores that were half, or didn't go on", restores.wrong().size());
        return new Verdict(name(), figures, wrong);
    }
}
