package io.jiayou.trials.audit;

import io.jiayou.audit.log.AuditLog;
import io.jiayou.audit.log.LogKeeper;
import io.jiayou.audit.verify.Entries;
import io.jiayou.audit.verify.ExportedLog;
import io.jiayou.audit.verify.Finding;
import io.jiayou.audit.verify.LogExport;
import io.jiayou.audit.verify.LogVerifier;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.periodic.Schedule;
import io.jiayou.standalone.EmbeddedEventRecords;
import io.jiayou.transparency.FileTileStore;
import io.jiayou.transparency.Hash;
import io.jiayou.transparency.TileLog;
import io.jiayou.transparency.TreeHead;
import io.jiayou.trials.bench.Aim;
import io.jiayou.trials.bench.Benchmark;
import io.jiayou.trials.bench.Latencies;
import io.jiayou.trials.bench.Pairs;
import io.jiayou.trials.bench.Ratio;
import io.jiayou.trials.bench.Report;
import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.commands.Marketplace;
import io.jiayou.trials.commands.OrderLoad;
import io.jiayou.trials.stores.CommandPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Commands with and without the log, proofs in a big tree, and verifying against what can't be avoided. */
public final class AuditCost implements Benchmark {

    private static final int IN_FLIGHT = 64;
    private static final int PROOFS = 10_000;
    private static final double ALLOWED_PROOF_MILLIS = 5;
    private static final Duration CHECKPOINTS = Duration.ofMillis(500);
    /** One round differs from the next by more than the log costs: only many of them show it. */
    private static final int SHORT_ROUNDS = 4;

    private static final int BUFFER = 1 << 16;

    private final Duration round;
    private final int leaves;

    /**
     * @param round how long commands are measured at a time
     * @param leaves of the tree in which proofs are made
     */
    public AuditCost(Duration round, int leaves) {
        this.round = round;
        this.leaves = leaves;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Report run(Path directory, int pairs, Steps steps) throws Exception {
        try (CommandPath path = CommandPath.onOurs(Files.createDirectory(directory.resolve("events")))) {
            EmbeddedEventRecords records = new EmbeddedEventRecords(path.bean(RocksEventStorageEngine.class));
            AuditLog log = AuditLog.open(directory.resolve("audit"), "jiayou.example/bench", records);
            Ratio commands = commands(path, log, records, pairs, steps);
            Ratio verifying = verifying(directory.resolve("export.zip"), log, records, pairs, steps);
            return new Report(
                    name(),
                    "A: with the audit log, a checkpoint every half second, or what the line names; B: what the line names",
                    "every command is forced to disk before it is acknowledged; every checkpoint after its tiles",
                    List.of(commands, proofs(directory.resolve("tree"), pairs, steps), verifying),
                    List.of("%,d events exported, %,d leaves in the tree of the proofs"
                            .formatted(log.newest().size(), leaves)));
        }
    }

    private Ratio commands(CommandPath path, AuditLog log, EmbeddedEventRecords records, int pairs, Steps steps)
            throws Exception {
        OrderLoad load = new OrderLoad(path, Marketplace.open(path));
        load.run(IN_FLIGHT, round);
        return Pairs.measure(
                        pairs * SHORT_ROUNDS,
                        steps,
                        () -> {
                            log.extend();
                            try (Schedule schedule = Schedule.ofTheProcess()) {
                                LogKeeper keeper = LogKeeper.of(log, records, schedule, CHECKPOINTS);
                                keeper.start();
                                double rate = load.run(IN_FLIGHT, round).commandsPerSecond();
                                keeper.stop();
                                return rate;
                            }
                        },
                        () -> load.run(IN_FLIGHT, round).commandsPerSecond())
                .ratio("commands per second, B: without the log", "1/s", Double::doubleValue, Aim.atLeast(0.9));
    }

    private Ratio proofs(Path directory, int pairs, Steps steps) throws Exception {
        TileLog tree = TileLog.open(FileTileStore.open(directory), TreeHead.empty());
        SplittableRandom random = new SplittableRandom(1);
        byte[] bytes = new byte[Hash.LENGTH];
        tree.append(Stream.generate(() -> {
                    random.nextBytes(bytes);
                    return Hash.of(bytes);
                })
                .limit(leaves)
                .toList());
        tree.publish();
        return Pairs.measure(
                        pairs,
                        steps,
                        () -> {
                            Latencies latencies = new Latencies();
                            for (int n = 0; n < PROOFS; n++) {
                                long started = System.nanoTime();
                                tree.inclusionProof(random.nextInt(leaves), leaves);
                                latencies.add(System.nanoTime() - started);
                            }
                            return latencies.percentileMillis(0.99);
                        },
                        () -> ALLOWED_PROOF_MILLIS)
                .ratio("inclusion proof p99, B: what is allowed", "ms", Double::doubleValue, Aim.atMost(1));
    }

    private static Ratio verifying(Path export, AuditLog log, EmbeddedEventRecords records, int pairs, Steps steps)
            throws Exception {
        log.extend();
        try (OutputStream file = Files.newOutputStream(export)) {
            LogExport.write(
                    file, log.newest().checkpoint(), log.verifierKey(), Entries.of(records), log.newest()::leafAt);
        }
        return Pairs.measure(
                        pairs,
                        steps,
                        () -> verified(export, log),
                        () -> unpackedAndHashed(export, log.newest().size()))
                .ratio(
                        "events verified per second, B: read, unpacked and hashed",
                        "1/s",
                        Double::doubleValue,
                        Aim.atLeast(0.6));
    }

    private static double verified(Path export, AuditLog log) throws IOException {
        long started = System.nanoTime();
        try (ExportedLog exported = ExportedLog.open(export)) {
            TreeHead head = exported.checkpoint().verify(log.trusted()).head();
            Finding finding = new LogVerifier(head, List.of(), exported::leafAt, done -> {}).verify(exported);
            if (!finding.holds()) {
                throw new IOException("the export doesn't hold: " + finding);
            }
            return head.size() / ((System.nanoTime() - started) / 1e9);
        }
    }

    private static double unpackedAndHashed(Path export, long events) throws Exception {
        long started = System.nanoTime();
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        try (ZipFile zip = new ZipFile(export.toFile());
                InputStream content = zip.getInputStream(zip.getEntry("events.jsonl"))) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        }
        sha256.digest();
        return events / ((System.nanoTime() - started) / 1e9);
    }
}
