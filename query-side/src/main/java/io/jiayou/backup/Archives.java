package io.jiayou.backup;

import io.jiayou.archive.manifest.SetManifest;
import io.jiayou.archive.seal.AgeRecipient;
import io.jiayou.archive.target.Target;
import io.jiayou.archive.target.TargetAddress;
import io.jiayou.archive.write.ArchiveKeys;
import io.jiayou.archive.write.ArchiveSource;
import io.jiayou.archive.write.Archiver;
import io.jiayou.archive.write.Attachment;
import io.jiayou.archive.write.Pace;
import io.jiayou.audit.EventRecords;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.transparency.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** The archives of this system's events, one on each target, all signed with one key. */
public final class Archives {

    private static final int DIGITS = 16;

    private final Map<String, Archiver> byTarget = new LinkedHashMap<>();
    private final List<Target> targets = new ArrayList<>();
    private final SigningKey signing;

    private final List<String> keys;
    private final List<String> logKeys;

    private Archives(SigningKey key, AuditLog audit) {
        this.signing = key;
        this.keys = key.vkeys();
        this.logKeys = audit.trustedEver().verifiers().stream()
                .map(verifier -> verifier.key().vkey())
                .toList();
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
            SigningKey key = SigningKey.open(directory, audit.trusted().origin());
            ArchiveKeys keys = key.keys(
                    settings.recipients().stream().map(AgeRecipient::parse).toList());
            Archives archives = new Archives(key, audit);
            ArchiveSource source = new ArchiveSource(events, new LogHeads(audit));
            Pace pace = new Pace(settings.every(), settings.segmentBytes(), settings.lockedFor());
            for (String address : settings.targets()) {
                Target target = TargetAddress.open(address, DefaultCredentialsProvider.create());
                Path memory = memory(directory, target.name());
                if (settings.prepare() && !Files.exists(memory)) {
                    TargetAddress.prepare(address);
                }
                archives.targets.add(target);
                archives.byTarget.put(target.name(), new Archiver(target, source, keys, pace, memory, clock));
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

    /** Where the archives lie. */
    public List<Target> targets() {
        return List.copyOf(targets);
    }

    /** What signs them. */
    SigningKey signing() {
        return signing;
    }

    /** The verifier keys of whatever was written to the archives, oldest first. */
    public List<String> keys() {
        return keys;
    }

    /** The verifier keys of the audit log whose events these are, oldest first. */
    public List<String> logKeys() {
        return logKeys;
    }

    public List<Archiver> archivers() {
        return List.copyOf(byTarget.values());
    }

    /** What became of a full backup on one target. */
    public sealed interface Outcome {

        record Taken(String target, SetManifest set) implements Outcome {}

        record Failed(String target, String reason) implements Outcome {}
    }

    /** Takes a full backup on every target; one that fails holds up no other. */
    public List<Outcome> takeSets(List<Attachment> attachments, List<String> erasures) {
        return byTarget.keySet().stream()
                .flatMap(target -> takeSet(target, attachments, erasures).stream())
                .toList();
    }

    /** Takes a full backup on one target; empty if there is no such target. */
    public Optional<Outcome> takeSet(String target, List<Attachment> attachments, List<String> erasures) {
        return Optional.ofNullable(byTarget.get(target))
                .map(archiver -> takeSet(target, archiver, attachments, erasures));
    }

    private static Outcome takeSet(
            String target, Archiver archiver, List<Attachment> attachments, List<String> erasures) {
        try {
            return new Outcome.Taken(target, archiver.takeSet(attachments, erasures));
        } catch (IOException | RuntimeException e) {
            return new Outcome.Failed(target, String.valueOf(e.getMessage()));
        }
    }
}
