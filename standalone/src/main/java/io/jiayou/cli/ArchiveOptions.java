package io.jiayou.cli;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.manifest.RememberedHead;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.target.Target;
import io.jiayou.archive.verify.Handovers;
import io.jiayou.archive.verify.Known;
import io.jiayou.archive.verify.Trust;
import io.jiayou.backup.Archives;
import io.jiayou.recovery.ArchiveConfig;
import io.jiayou.recovery.RecoveryKit;
import io.jiayou.rules.Detail;
import io.jiayou.transparency.SignedCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which archive, what opens it, and whom to believe. */
final class ArchiveOptions {

    @Option(
            names = "--from",
            paramLabel = "TARGET",
            description = "A folder, or s3://BUCKET/PREFIX?endpoint=…. Default: the first one of the data directory.")
    private @Nullable String from;

    @Option(
            names = "--identity",
            paramLabel = "KIT",
            description = "The recovery kit, or a file of age identities; repeatable, oldest first, after a key was"
                    + " exchanged.")
    private List<Path> identity = new ArrayList<>();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description =
                    "A checkpoint of the audit log that you have kept: an archive that ends before it was rolled back.")
    private @Nullable Path checkpoint;

    @Mixin
    private final DataOption data = new DataOption();

    Path directory() {
        return data.directory();
    }

    DataOption data() {
        return data;
    }

    Target target() throws IOException {
        return ArchiveAddress.open(address());
    }

    private String address() throws IOException {
        String given = from;
        if (given != null) {
            return given;
        }
        List<String> targets = ArchiveConfig.in(directory()).targets();
        if (targets.isEmpty()) {
            throw new Failure("which archive? --from TARGET, or --data a directory with an archive");
        }
        return targets.getFirst();
    }

    /** Empty if none is given. */
    List<AgeIdentity> identities() throws IOException {
        return identity.isEmpty() ? List.of() : kits().identities();
    }

    List<AgeIdentity> neededIdentities() throws IOException {
        if (identity.isEmpty()) {
            throw new Failure("--identity KIT: what opens the archive");
        }
        return identities();
    }

    /** As the kits say; else as the data directory does. */
    Trust trust() throws IOException {
        if (!identity.isEmpty() && !kits().archiveKeys().isEmpty()) {
            return kits().trust();
        }
        try {
            return TrustedKeys.of(
                    ArchiveConfig.directory(directory()), directory().resolve("audit"));
        } catch (NoSuchFileException e) {
            throw new Failure("whom to believe? --identity a recovery kit, or --data a directory with the keys");
        }
    }

    private RecoveryKit kits() throws IOException {
        RecoveryKit all = new RecoveryKit(List.of(), List.of(), List.of());
        for (Path file : identity) {
            try {
                all = all.and(RecoveryKit.read(file));
            } catch (IllegalArgumentException e) {
                throw Failure.inWordsOf(file + ": " + e.getMessage());
            }
        }
        return all;
    }

    /** What is remembered of this archive here, and the checkpoint that was given. */
    Known known(Trust trust) throws IOException {
        SignedCheckpoint kept = checkpoint == null ? null : SignedCheckpoint.parse(Files.readAllBytes(checkpoint));
        Path memory = Archives.memory(ArchiveConfig.directory(directory()), target().name());
        return new Known(RememberedHead.read(memory, Handovers.follow(target(), trust.archive())), kept);
    }

    /** One line that names the verdict and the place. */
    static String line(ArchiveException e) {
        return Say.text(Detail.of("{0} at {1}: {2}", e.verdict(), e.place(), Reason.of(e)));
    }
}
