package io.jiayou.cli;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.seal.AgeRecipient;
import io.jiayou.archive.target.TargetAddress;
import io.jiayou.backup.Occupied;
import io.jiayou.backup.SigningKey;
import io.jiayou.recovery.ArchiveConfig;
import io.jiayou.recovery.RecoveryKit;
import io.jiayou.transparency.KeyFile;
import io.jiayou.transparency.KeyType;
import io.jiayou.transparency.NoteVerifier;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./jiayou backup init}. */
@Command(
        name = "init",
        description = {
            "Set up the archive of a system whose audit log has a key, as it has after its first start:"
                    + " where it goes, and who can open it.",
            "A running system takes it up at its next start."
        },
        mixinStandardHelpOptions = true)
final class BackupInit implements Callable<Integer> {

    @Option(
            names = "--to",
            required = true,
            paramLabel = "TARGET",
            description = "A folder, or s3://BUCKET/PREFIX?endpoint=…&region=…; repeatable.")
    private List<String> targets = new ArrayList<>();

    @Option(
            names = "--kit",
            paramLabel = "FILE",
            description = "Write a recovery kit: a new identity that opens the archive, and the keys to believe."
                    + " Move it away from here.")
    private @Nullable Path kit;

    @Option(
            names = "--recipient",
            paramLabel = "age1…",
            description = "Somebody who can open the archive besides; repeatable.")
    private List<String> recipients = new ArrayList<>();

    @Option(
            names = "--force",
            description = "Set it up in place of what was set up before; otherwise that stays as it is.")
    private boolean force;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        Path directory = data.directory();
        Path logKey = logKey(directory.resolve("audit"));
        if (kit == null && recipients.isEmpty()) {
            throw new Failure("nobody could open the archive: --kit FILE makes a key, --recipient takes somebody's");
        }
        ArchiveConfig before = ArchiveConfig.in(directory);
        if (!before.targets().isEmpty() && !force) {
            throw new Failure(
                    "{0} archives to {1} already, opened by {2}. --force sets it up anew: name whatever is to stay by"
                            + " --to and --recipient too",
                    directory, before.targets(), before.recipients());
        }
        List<String> all = new ArrayList<>(recipients.stream()
                .map(AgeRecipient::parse)
                .map(Object::toString)
                .toList());
        List<String> absolute = targets.stream().map(ArchiveAddress::absolute).toList();
        String origin =
                NoteVerifier.parse(Files.readString(logKey).strip()).key().name();
        for (String target : absolute) {
            expectOutside(directory, target);
        }
        for (String target : absolute) {
            TargetAddress.prepare(target);
            expectFree(target, ArchiveConfig.directory(directory), origin);
        }
        if (kit != null) {
            all.add(made(kit, directory, origin).recipient().toString());
        }
        new ArchiveConfig(absolute, all).write(directory);
        report(absolute, all, before);
        return 0;
    }

    /** What is lost with the directory is no archive of it. */
    private static void expectOutside(Path directory, String target) throws IOException {
        if (TargetAddress.isFolder(target) && real(Path.of(target)).startsWith(real(directory))) {
            throw new Failure("{0} is in the data directory, and would be lost with it", target);
        }
    }

    /** Where links lead, also if it isn't there yet. */
    private static Path real(Path path) throws IOException {
        Path parent = path.getParent();
        return Files.exists(path) || parent == null
                ? path.toRealPath()
                : real(parent).resolve(String.valueOf(path.getFileName()));
    }

    /** A store that doesn't answer now may do so at the next start. */
    private static void expectFree(String target, Path archives, String origin) {
        try {
            Occupied.expectFree(ArchiveAddress.open(target), archives, origin);
        } catch (ArchiveException e) {
            throw new Failure(
                    "{0} holds an archive that isn't this system's ({1}): name a place where nothing is yet",
                    target, e.verdict());
        } catch (IOException e) {
            Say.warning("it can't be told what is at {0}: {1}", target, Reason.of(e));
        }
    }

    /** The open half is made anew where the secret was put back alone, as after a restore. */
    private static Path logKey(Path audit) throws IOException {
        Path open = audit.resolve("log.vkey");
        if (!Files.exists(open)) {
            if (!Files.exists(audit.resolve("log.key"))) {
                throw new Failure(
                        "there is no audit log in {0} yet: start the system once, so that it has a key", audit);
            }
            KeyFile.open(audit, "log", "", KeyType.NOTE);
        }
        return open;
    }

    private static AgeIdentity made(Path kit, Path directory, String origin) throws IOException {
        SigningKey signing = SigningKey.open(ArchiveConfig.directory(directory), origin);
        try {
            AgeIdentity identity = RecoveryKit.make(kit, Instant.now());
            RecoveryKit.believe(kit, signing.vkeys(), TrustedKeys.ofLog(directory.resolve("audit")));
            return identity;
        } catch (FileAlreadyExistsException e) {
            throw new Failure("{0} exists already", kit);
        }
    }

    private void report(List<String> absolute, List<String> all, ArchiveConfig before) {
        if (json.asked()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("targets", absolute);
            answer.put("recipients", all);
            if (!before.targets().isEmpty()) {
                answer.put("insteadOf", before);
            }
            json.print(answer);
            return;
        }
        absolute.forEach(target -> Say.line("archive to {0}", target));
        all.forEach(recipient -> Say.line("opened by {0}", recipient));
        if (!before.targets().isEmpty()) {
            Say.line("instead of {0}, opened by {1}", before.targets(), before.recipients());
        }
        if (kit != null) {
            Say.line("recovery kit {0}: move it away from this machine; without it nothing can be restored", kit);
        }
        Say.line("Also keep a copy of identifier.key, keys/master.key and audit/log.key, apart from the archive.");
    }
}
