package io.jiayou.trials.backup;

import io.jiayou.archive.restore.Restored;
import io.jiayou.archive.restore.Until;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.target.S3Server;
import io.jiayou.archive.target.S3Target;
import io.jiayou.archive.verify.Known;
import io.jiayou.archive.verify.Trust;
import io.jiayou.archive.write.ArchiveKeys;
import io.jiayou.archive.write.ArchiveSource;
import io.jiayou.archive.write.Archiver;
import io.jiayou.archive.write.Pace;
import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.audit.refold.AllFolds;
import io.jiayou.backup.LogHeads;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.query.AllReadModels;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.recovery.RestoredDirectory;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import io.jiayou.standalone.EmbeddedEventRecords;
import io.jiayou.transparency.NoteSigner;
import io.jiayou.trials.bench.Directories;
import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.prove.Proof;
import io.jiayou.trials.prove.Verdict;
import io.jiayou.trials.rebuild.OrderHistory;
import io.jiayou.trials.stores.CommandPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Restores to random moments from an archive on an S3 server, with nothing but the recovery kit's keys. Root and read
 * models have to be those of the original events up to that moment.
 */
public final class Restores implements Proof {

    private static final int FULL_TIMES = 30;
    private static final int STEPS = 8;
    private static final int SEGMENT_BYTES = 1_000_000;

    private final int events;

    /** @param events how many the archive has, at least */
    public Restores(int events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public int fullTimes() {
        return FULL_TIMES;
    }

    @Override
    public Verdict run(Path directory, int times, Steps steps) throws Exception {
        Path jar = Path.of(System.getProperty("jiayou.home", ".."), "archive", "target", "s3mock", "s3mock.jar");
        Path store = Files.createDirectory(directory.resolve("s3"));
        try (S3Server server = S3Server.start(jar, store);
                S3Target target = server.target(S3Server.BUCKET, "jiayou/");
                CommandPath path = CommandPath.onOurs(Files.createDirectory(directory.resolve("events")))) {
            RocksEventStorageEngine engine = path.bean(RocksEventStorageEngine.class);
            OrderHistory.grow(path, events);
            EventRecords whole = new EmbeddedEventRecords(engine);
            Revealed all = new Revealed(whole);
            AuditLog log = AuditLog.open(directory.resolve("audit"), "jiayou.example/restore", all);
            NoteSigner signer = NoteSigner.generate("jiayou.example/restore/archive");
            AgeIdentity identity = AgeIdentity.generate();
            Archiver archiver = new Archiver(
                    target,
                    new ArchiveSource(all, new LogHeads(log)),
                    new ArchiveKeys(signer, List.of(identity.recipient())),
                    new Pace(Duration.ZERO, SEGMENT_BYTES, null),
                    directory.resolve("head.note"),
                    InstantSource.system());
            for (int step = 1; step <= STEPS; step++) {
                all.upTo(whole.size() * step / STEPS);
                log.extend();
                archiver.flush();
                archiver.takeSet(List.of(), List.of());
            }
            Trust trust = new Trust(signer.verifier(), log.trusted());
            RestoredDirectory restored = new RestoredDirectory(target, trust, Known.nothing(), List.of(identity));
            return restores(directory, times, steps, log, all, restored);
        }
    }

    private Verdict restores(
            Path directory, int times, Steps steps, AuditLog log, EventRecords all, RestoredDirectory restored)
            throws IOException {
        long seed = ThreadLocalRandom.current().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        Catalogue models = AllReadModels.find();
        List<String> violations = new ArrayList<>();
        int compared = 0;
        double slowest = 0;
        for (int n = 0; n < times; n++) {
            long position = random.nextLong(log.newest().size());
            boolean byMoment = n % 2 == 1;
            Until until = byMoment
                    ? new Until.Moment(all.from(position, 1).getFirst().time())
                    : new Until.Position(position + 1);
            long expected = expected(all, until, log.newest().size());
            Path scratch = directory.resolve("restored");
            long started = System.nanoTime();
            Restored done = restored.into(scratch, until, at -> {});
            slowest = Math.max(slowest, (System.nanoTime() - started) / 1e9);
            if (!done.head().equals(log.newest().headAt(expected))) {
                violations.add(until + ": " + done.head().size() + " events with another root than the log has signed");
            }
            compared += compare(scratch, first(all, expected), models, until.toString(), violations);
            Directories.delete(scratch);
            steps.at(n + 1, times);
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("events in the archive", log.newest().size());
        figures.put("restores, half of them to a moment", times);
        figures.put("read models compared", compared);
        figures.put("slowest restore, s", slowest);
        figures.put("other roots or read models", violations.size());
        figures.put("seed", seed);
        return new Verdict(name(), figures, violations);
    }

    private static EventRecords first(EventRecords all, long events) {
        Revealed beginning = new Revealed(all);
        beginning.upTo(events);
        return beginning;
    }

    /** How many events there are before the first one that was recorded after the moment. */
    private static long expected(EventRecords all, Until until, long size) {
        long position = 0;
        while (position < size) {
            List<EventRecord> part = all.from(position, (int) Math.min(1_000, size - position));
            for (EventRecord event : part) {
                if (until.endsBefore(position, event)) {
                    return position;
                }
                position++;
            }
        }
        return size;
    }

    private static int compare(
            Path data, EventRecords original, Catalogue models, String what, List<String> violations) {
        EventSerializer serializer = new EventSerializer();
        try (RocksEventStorageEngine engine =
                RocksEventStorageEngine.open(data.resolve("events"), serializer, serializer, Upcasters.chain())) {
            var there = AllFolds.of(new EmbeddedEventRecords(engine), models);
            var expected = AllFolds.of(original, models);
            expected.forEach((model, folded) -> {
                if (!folded.equals(there.get(model))) {
                    violations.add(what + ": " + model + " is " + there.get(model) + " instead of " + folded);
                }
            });
            return expected.size();
        }
    }
}
