package io.jiayou.cli;

import io.jiayou.archive.seal.AgeRecipient;
import io.jiayou.backup.SigningKey;
import io.jiayou.recovery.ArchiveConfig;
import io.jiayou.recovery.RecoveryKit;
import io.jiayou.rules.Detail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

/** {@code ./jiayou backup rotate-key}. */
@Command(
        name = "rotate-key",
        description = {
            "Exchange the archive's keys, while the system is stopped: those that open it, the one that signs it, or"
                    + " both.",
            "What is archived already stays as it is: the old kit opens it, and verifies all of the archive, since the"
                    + " old",
            "signing key names the new one. Only what comes from now on needs the new kit."
        },
        mixinStandardHelpOptions = true)
final class BackupRotateKey implements Callable<Integer> {

    @Option(
            names = "--kit",
            paramLabel = "FILE",
            description =
                    "Write a new recovery kit, whose identity takes the place of all recipients but those to --keep.")
    private @Nullable Path kit;

    @Option(
            names = "--keep",
            paramLabel = "age1…",
            description = "A recipient that can open what comes, too; repeatable.")
    private List<String> keep = new ArrayList<>();

    @Option(names = "--signing-key", description = "Make a new signing key.")
    private boolean signingKey;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description =
                    "The archives' directory, where it isn't archive in the data directory. For --signing-key alone.")
    private @Nullable Path directory;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        if (!signingKey && kit == null || kit != null && directory != null) {
            throw new Failure("which key? --kit NEW-KIT for what opens the archive, --signing-key for what signs it");
        }
        data.expectStopped(Detail.of("archives"));
        ArchiveConfig before = ArchiveConfig.in(data.directory());
        if (kit != null && before.targets().isEmpty()) {
            throw new Failure("no archive is set up for {0}: ./jiayou backup init", data.directory());
        }
        if (kit != null && Files.exists(kit)) {
            throw new Failure("{0} exists already", kit);
        }
        List<String> kept =
                keep.stream().map(AgeRecipient::parse).map(Object::toString).toList();
        Path archives = directory == null ? ArchiveConfig.directory(data.directory()) : directory;
        String signer = signingKey ? rotated(archives) : null;
        List<String> recipients = kit == null ? before.recipients() : exchanged(kit, kept, before, archives);
        report(signer, recipients);
        return 0;
    }

    private static String rotated(Path archives) throws IOException {
        try {
            return SigningKey.rotate(archives);
        } catch (NoSuchFileException e) {
            throw new Failure(
                    "only the system that writes the archive can exchange its key: there is no {0}",
                    String.valueOf(e.getFile()));
        }
    }

    /** The kit first: nothing may be encrypted to an identity that isn't on the disk. */
    private List<String> exchanged(Path file, List<String> kept, ArchiveConfig before, Path archives)
            throws IOException {
        List<String> recipients = new ArrayList<>(kept);
        recipients.add(RecoveryKit.make(file, Instant.now()).recipient().toString());
        RecoveryKit.believe(
                file,
                SigningKey.existing(archives).vkeys(),
                TrustedKeys.ofLog(data.directory().resolve("audit")));
        new ArchiveConfig(before.targets(), recipients).write(data.directory());
        return recipients;
    }

    private void report(@Nullable String signer, List<String> recipients) {
        if (json.asked()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            if (signer != null) {
                answer.put("archiveKey", signer);
            }
            answer.put("recipients", recipients);
            json.print(answer);
            return;
        }
        if (signer != null) {
            Say.line("archive key {0}", signer);
        }
        recipients.forEach(recipient -> Say.line("opened by {0}", recipient));
        if (kit != null) {
            Say.line(
                    "recovery kit {0}: move it away from this machine, to the old one, which opens what was archived"
                            + " so far: --identity OLD --identity NEW",
                    kit);
        }
    }
}
