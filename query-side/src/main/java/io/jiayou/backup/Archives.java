package io.jiayou.backup;

import io.jiayou.archive.backup.KeepRules;
import io.jiayou.archive.backup.Pruning;
import io.jiayou.archive.manifest.SetManifest;
import io.jiayou.archive.seal.AgeRecipient;
import io.jiayou.archive.target.Target;
import io.jiayou.archive.target.TargetAddress;
import io.jiayou.archive.verify.Trust;
import io.jiayou.archive.write.ArchiveKeys;
import io.jiayou.archive.write.ArchiveSource;
import io.jiayou.archive.write.Archiver;
import io.jiayou.archive.write.Attachment;
import io.jiayou.archive.write.Pace;
import io.jiayou.audit.EventRecords;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.transparency.Hash;
import io.jiayou.transparency.KeyFile;
import io.jiayou.transparency.KeyType;
import io.jiayou.transparency.NoteKeyPair;
import io.jiayou.transparency.NoteSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** The archives of this system's events, one on each target, all signed with one key. */
public final class Archives {

    /** The files of the signing key, in {@link BackupSettings#directory()}. */
    public static final String KEY = "archive";

    private static final int DIGITS = 16;
    private static final KeepRules ALL_SETS = new KeepRules(Integer.MAX_VALUE, 0, 0, 0, 0, ZoneOffset.UTC);

    private final Map<String, Archiver> byTarget = new LinkedHashMap<>();

    private final Map<String, Pruning> pruning = new LinkedHashMap<>();
    private final InstantSource clock;

    private Archives(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Asks no target anything yet.
     *
     * @param directory made if it isn't there
     * @throws IllegalArgumentException for an address or a recipient that is none
     */
    public static Archives open(
            BackupSettings settings, Path directory, EventRecords events, AuditLog audit, InstantSource clock) {
        try {
            NoteKeyPair key = KeyFile.open(directory, KEY, audit.trusted().origin() + "/archive", KeyType.NOTE);
            ArchiveKeys keys = new ArchiveKeys(
                    NoteSigner.of(key),
                    settings.recipients().stream().map(AgeRecipient::parse).toList());
            Archives archives = new Archives(clock);
            Trust trust = new Trust(keys.signer().verifier(), audit.trusted());
            ArchiveSource source = new ArchiveSource(events, new LogHeads(audit));
            Pace pace = new Pace(settings.every(), settings.segmentBytes(), settings.lockedFor());
            for (String address : settings.targets()) {
                Target target = TargetAddress.open(address, DefaultCredentialsProvider.create());
                archives.pruning.put(target.name(), new Pruning(target, trust, keys.signer()));
                archives.byTarget.put(
                        target.name(),
                        new Archiver(target, source, keys, pace, memory(directory, target.name()), clock));
            }
            return archives;
        } catch (IOException e) {
            throw new UncheckedIOException("the archive's directory " + directory + " can't be used", e);
        }
    }

    /** Where the newest head of the archive on a target is remembered. */
    public static Path memory(Path directory, String target) {
        byte[] hash = Hash.sha256(target.getBytes(StandardCharsets.UTF_8)).bytes();
        return directory.resolve("heads/" + HexFormat.of().formatHex(hash).substring(0, DIGITS) + ".note");
    }

    public List<Archiver> archivers() {
        return List.copyOf(byTarget.values());
    }

    /**
     * Deletes key material whose time is over, and nothing else.
     *
     * @return by target what went wrong; empty if nothing did
     */
    public Map<String, String> pruneKeys() {
        Map<String, String> wrong = new LinkedHashMap<>();
        pruning.forEach((target, each) -> {
            try {
                each.execute(each.plan(ALL_SETS, clock.instant()), clock.instant(), (name, file) -> {});
                wrong.put(target, "");
            } catch (IOException | RuntimeException e) {
                wrong.put(target, String.valueOf(e.getMessage()));
            }
        });
        return wrong;
    }

    /** What became of a full backup on one target. */
    public sealed interface Outcome {

        record Taken(String target, SetManifest set) implements Outcome {}

        record Failed(String target, String reason) implements Outcome {}
    }

    /** Takes a full backup on every target; one that fails holds up no other. */
    public List<Outcome> takeSets(List<Attachment> attachments, List<String> erasures) {
        return byTarget.entrySet().stream()
                .<Outcome>map(entry -> {
                    try {
                        return new Outcome.Taken(
                                entry.getKey(), entry.getValue().takeSet(attachments, erasures));
                    } catch (IOException | RuntimeException e) {
                        return new Outcome.Failed(entry.getKey(), String.valueOf(e.getMessage()));
                    }
                })
                .toList();
    }
}
