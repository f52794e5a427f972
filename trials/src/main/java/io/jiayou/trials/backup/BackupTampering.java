package io.jiayou.trials.backup;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.damage.Damage;
import io.jiayou.archive.damage.DamageKind;
import io.jiayou.archive.damage.DamagedFolder;
import io.jiayou.archive.manifest.RememberedHead;
import io.jiayou.archive.restore.Restore;
import io.jiayou.archive.restore.Until;
import io.jiayou.archive.sample.MemorySink;
import io.jiayou.archive.sample.SampleArchive;
import io.jiayou.archive.verify.Known;
import io.jiayou.archive.write.Archiver;
import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.prove.Proof;
import io.jiayou.trials.prove.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Damages an archive in every way that {@link DamageKind} knows, and restores it with the right keys and the newest head
 * that was seen: each restore has to be refused before it has written an event, and to name a damaged file.
 */
public final class BackupTampering implements Proof {

    private static final int FULL_TIMES = 10_000;
    private static final int STEPS = 4;
    private static final int EVENTS_PER_STEP = 12;

    @Override
    public String name() {
        return "backup-tampering";
    }

    @Override
    public int fullTimes() {
        return FULL_TIMES;
    }

    @Override
    public Verdict run(Path directory, int times, Steps steps) throws Exception {
        SampleArchive archive = new SampleArchive(directory, "damaged");
        List<Map<String, byte[]>> states = new ArrayList<>();
        Archiver archiver = archive.archiver();
        for (int step = 0; step < STEPS; step++) {
            archive.history.grow(EVENTS_PER_STEP);
            archiver.flush();
            archive.takeSet(archiver, "step" + step);
            states.add(DamagedFolder.stateOf(archive.folder));
        }
        Known known =
                Known.of(RememberedHead.read(archive.memory, archive.trust().archive()));
        List<String> violations = new ArrayList<>();
        if (!refusal(archive, known).isEmpty()) {
            violations.add("untouched: " + refusal(archive, known));
        }
        long seed = ThreadLocalRandom.current().nextLong();
        DamagedFolder damaged = DamagedFolder.of(archive.folder, new Random(seed), states);
        for (int n = 0; n < times; n++) {
            Damage damage = damaged.apply(DamageKind.values()[n % DamageKind.values().length]);
            String refused = refusal(archive, known);
            if (damage.files().stream().noneMatch(refused::contains)) {
                violations.add(damage + ": " + (refused.isEmpty() ? "restored" : refused));
            }
            steps.at(n + 1, times);
        }
        damaged.mend();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("damages", times);
        figures.put("of each kind, of " + Arrays.toString(DamageKind.values()), times / DamageKind.values().length);
        figures.put("restored all the same, or another file named", violations.size());
        figures.put("seed", seed);
        return new Verdict(name(), figures, violations);
    }

    /** @return what a restore says, with the place; empty if it was done */
    private static String refusal(SampleArchive archive, Known known) throws IOException {
        MemorySink sink = new MemorySink();
        try {
            new Restore(archive.target, archive.trust(), known, List.of(archive.identity), () -> archive.now)
                    .run(sink, new Until.Everything(), done -> {});
            return "";
        } catch (ArchiveException e) {
            return sink.events.isEmpty()
                    ? e.verdict() + " " + e.place().file()
                    : "after " + sink.events.size() + " events were written";
        }
    }
}
