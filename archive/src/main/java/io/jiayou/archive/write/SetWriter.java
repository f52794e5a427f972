package io.jiayou.archive.write;

import io.jiayou.archive.manifest.AttachmentKind;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.SealedAttachment;
import io.jiayou.archive.manifest.SetManifest;
import io.jiayou.archive.manifest.SignedJson;
import io.jiayou.archive.seal.Seal;
import io.jiayou.archive.seal.Sealing;
import io.jiayou.archive.target.Content;
import io.jiayou.archive.target.Target;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a set: its attachments first, then its manifest, which makes it count. */
final class SetWriter {

    private static final String ERASURES = "erasures";

    private final Target target;
    private final ArchiveKeys keys;

    SetWriter(Target target, ArchiveKeys keys) {
        this.target = target;
        this.keys = keys;
    }

    SetManifest write(
            Chain chain,
            List<Attachment> attachments,
            List<String> erasures,
            Instant now,
            @Nullable Instant lockedUntil)
            throws IOException {
        ChainEnd end = chain.end();
        List<SealedAttachment> sealed = new ArrayList<>();
        for (Attachment each : withErasures(attachments, erasures)) {
            sealed.add(seal(each, end.sets(), each.kind() == AttachmentKind.KEYS ? null : lockedUntil));
        }
        sealed.sort(Comparator.comparing(SealedAttachment::name));
        SetManifest manifest = manifest(end, sealed, now);
        chain.add(
                FileNames.set(end.sets()),
                manifest,
                lockedUntil,
                sha256 -> end.withSets(end.sets() + 1, sha256, manifest.taken()));
        return manifest;
    }

    private SetManifest manifest(ChainEnd end, List<SealedAttachment> attachments, Instant now) {
        return new SetManifest(
                end.archive(),
                attachments,
                end.checkpoint(),
                end.events(),
                SignedJson.FORMAT,
                SetManifest.KIND,
                end.segments() - 1,
                end.segmentSha256(),
                end.sets(),
                end.setSha256(),
                keys.recipientTexts(),
                now.toString());
    }

    private static List<Attachment> withErasures(List<Attachment> attachments, List<String> erasures) {
        for (String entry : erasures) {
            if (entry.isEmpty() || entry.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("an erasure is one line");
            }
        }
        List<Attachment> all = new ArrayList<>(attachments);
        all.add(new Attachment(ERASURES, AttachmentKind.ERASURES, null, out -> writeLines(erasures, out)));
        Set<String> names = new HashSet<>();
        all.forEach(each -> {
            if (!names.add(each.name())) {
                throw new IllegalArgumentException("two attachments are called " + each.name());
            }
        });
        return all;
    }

    private static void writeLines(List<String> lines, OutputStream out) throws IOException {
        for (String line : lines) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** By a file, since an attachment may be long, and a target wants to know its length before. */
    private SealedAttachment seal(Attachment attachment, long set, @Nullable Instant lockedUntil) throws IOException {
        Path file = Files.createTempFile("sealed-", ".age");
        try {
            Sealing sealing = new Sealing(Files.newOutputStream(file), keys.recipients());
            try (sealing) {
                attachment.contents().writeTo(sealing);
            }
            Seal seal = sealing.seal();
            boolean isKeys = attachment.kind() == AttachmentKind.KEYS;
            String folder = isKeys ? FileNames.keys(set) : FileNames.attachments(set);
            String name = FileNames.attachment(folder, attachment.name(), seal.sealedSha256());
            target.create(name, Content.of(file), lockedUntil);
            Instant until = attachment.keptUntil();
            return new SealedAttachment(
                    name,
                    until == null ? "" : until.toString(),
                    attachment.kind(),
                    attachment.name(),
                    seal.plainBytes(),
                    seal.plainSha256(),
                    seal.sealedBytes(),
                    seal.sealedSha256());
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
