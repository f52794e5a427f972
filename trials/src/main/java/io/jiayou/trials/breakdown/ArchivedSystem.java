package io.jiayou.trials.breakdown;

import io.jiayou.archive.manifest.RememberedHead;
import io.jiayou.archive.restore.Restored;
import io.jiayou.archive.restore.Until;
import io.jiayou.archive.target.S3Server;
import io.jiayou.archive.target.Target;
import io.jiayou.archive.target.TargetAddress;
import io.jiayou.archive.verify.ArchiveVerifier;
import io.jiayou.archive.verify.Finding;
import io.jiayou.archive.verify.Known;
import io.jiayou.audit.log.SignedTree;
import io.jiayou.backup.Archives;
import io.jiayou.recovery.ArchiveConfig;
import io.jiayou.recovery.RecoveryKit;
import io.jiayou.recovery.RestoredDirectory;
import io.jiayou.recovery.StoppedSystem;
import io.jiayou.transparency.TreeHead;
import io.jiayou.trials.bench.Directories;
import io.jiayou.trials.kills.LoadedSystem;
import io.jiayou.trials.server.BackupSetup;
import io.jiayou.trials.server.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A system under load that archives continuously, and what a stranger needs to restore its archives. */
final class ArchivedSystem implements AutoCloseable {

    /** Nothing waits: a segment whenever there are signed events, which the archiver looks for every second. */
    private static final List<String> AT_ONCE = List.of(
            "--jiayou.archive.every=0s",
            "--jiayou.audit.checkpoint-every=200ms",
            "--jiayou.checkpoint-every=1s",
            "--jiayou.archive.late-after=1s");

    private final Path directory;
    private final List<String> addresses;
    private final Map<String, String> environment;
    private final LoadedSystem system;
    private final RecoveryKit kit;

    private ArchivedSystem(
            Path directory,
            List<String> addresses,
            Map<String, String> environment,
            LoadedSystem system,
            RecoveryKit kit) {
        this.directory = directory;
        this.addresses = addresses;
        this.environment = environment;
        this.system = system;
        this.kit = kit;
    }

    /**
     * Sets up its archives; it doesn't run yet.
     *
     * @param directory for the kit and whatever is restored
     * @param data its data directory
     * @param crowd how many commands are under way at a time
     * @param addresses of its targets
     * @param environment of all its processes, besides this one's own
     */
    static ArchivedSystem prepare(
            Path directory, Path data, int crowd, List<String> addresses, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path kit = directory.resolve("kit.txt");
        BackupSetup.init(data, kit, addresses, environment);
        LoadedSystem system = new LoadedSystem(data, crowd, environment, AT_ONCE);
        return new ArchivedSystem(directory, addresses, environment, system, RecoveryKit.read(kit));
    }

    LoadedSystem system() {
        return system;
    }

    List<String> addresses() {
        return addresses;
    }

    Map<String, String> environment() {
        return environment;
    }

    RecoveryKit kit() {
        return kit;
    }

    Target target(String address) {
        return TargetAddress.open(address, S3Server.credentials());
    }

    /** The command that restores an archive, with nothing of the system but the kit. */
    String[] restore(String address, Path into) {
        return new String[] {
            "restore",
            "--from",
            address,
            "--identity",
            directory.resolve("kit.txt").toString(),
            "--into",
            into.toString(),
            "--data",
            directory.resolve("nowhere").toString(),
            "--json"
        };
    }

    Path memory(Target target) {
        return Archives.memory(ArchiveConfig.directory(system.data()), target.name());
    }

    /** With everything open, and with the newest head that was seen. */
    Finding verify(String address) throws IOException {
        Target target = target(address);
        Known known = Known.of(RememberedHead.read(memory(target), kit.trust().archive()));
        return new ArchiveVerifier(target, kit.trust(), known, kit.identities(), InstantSource.system()).verify();
    }

    /**
     * Archives what isn't archived yet, with the system stopped, and looks whether every archive gives back exactly what the
     * store has.
     *
     * @param restored trees of restores while the system ran
     * @return what is wrong, one line each
     */
    List<String> compareAll(List<TreeHead> restored) throws IOException, InterruptedException {
        Command.succeed(environment, "backup", "now", "--data", system.data().toString());
        List<String> wrong = new ArrayList<>();
        TreeHead live;
        try (StoppedSystem stopped = StoppedSystem.open(system.data())) {
            SignedTree log = stopped.log().newest();
            live = log.head();
            for (TreeHead each : restored) {
                if (each.size() > live.size() || !each.equals(log.headAt(each.size()))) {
                    wrong.add("a restore of " + each.size() + " events gave another root than the log's");
                }
            }
        }
        for (String address : addresses) {
            compare(address, live, wrong);
        }
        return wrong;
    }

    private void compare(String address, TreeHead live, List<String> wrong) throws IOException {
        Finding finding = verify(address);
        if (!finding.holds() || !live.equals(finding.head())) {
            wrong.add("the archive " + address + " isn't the log's: " + finding);
            return;
        }
        Path scratch = directory.resolve("restored-at-the-end");
        Restored restored = new RestoredDirectory(target(address), kit.trust(), Known.nothing(), kit.identities())
                .into(scratch, new Until.Everything(), done -> {});
        if (!restored.head().equals(live)) {
            wrong.add("the restore of " + address + " has another root than the live log");
        }
        wrong.addAll(system.missingFrom(scratch));
        Directories.delete(scratch);
    }

    @Override
    public void close() {
        system.close();
    }
}
