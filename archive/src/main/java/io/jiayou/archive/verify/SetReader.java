package io.jiayou.archive.verify;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.Place;
import io.jiayou.archive.manifest.ArchiveManifest;
import io.jiayou.archive.manifest.AttachmentKind;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.SealedAttachment;
import io.jiayou.archive.manifest.SetManifest;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.seal.Sha256;
import io.jiayou.archive.seal.Unsealing;
import io.jiayou.archive.target.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The sets of an archive and what goes with them. What it gives is checked before the first byte is given. */
public final class SetReader {

    private final Target target;
    private final Trust trust;

    public SetReader(Target target, Trust trust) {
        this.target = target;
        this.trust = trust;
    }

    /**
     * The sets that are there, oldest first.
     *
     * @throws ArchiveException for a chain of sets that isn't whole
     */
    public List<SetManifest> sets() throws IOException {
        Inventory inventory = Inventory.of(target, trust.archive());
        Place place = inventory.place(FileNames.ARCHIVE);
        byte[] note = inventory.note(FileNames.ARCHIVE, place);
        ArchiveManifest archive = inventory.read(note, ArchiveManifest.class, ArchiveManifest.KIND, place);
        SetChain chain = new SetChain(inventory, archive.archive(), Sha256.hex(note));
        List<SetManifest> sets = new ArrayList<>();
        long numbers = inventory.numbers(FileNames.SETS);
        while (chain.number() < numbers) {
            SetManifest set = chain.next();
            if (set != null) {
                sets.add(set);
            }
        }
        return sets;
    }

    /**
     * Looks whether a set could be restored from: its attachments are those that were written, to the byte, and its chain of
     * segments ends where it says, with all files there.
     *
     * @param now keys whose time is over may be gone
     * @throws ArchiveException MISSING, ALTERED or TRUNCATED
     */
    public void expectRestorable(SetManifest set, Instant now) throws IOException {
        Inventory inventory = Inventory.of(target, trust.archive());
        new SetContents(inventory, List.of(), now).check(set);
        Set<Long> lines = inventory.linesOfSegments();
        for (long number = 0; number <= set.lastSegment(); number++) {
            String file = FileNames.segment(number);
            if (!inventory.has(file) || !lines.contains(number)) {
                throw new ArchiveException(
                        ArchiveVerdict.MISSING, inventory.place(file), "the newest full backup needs this segment");
            }
        }
        if (set.lastSegment() >= 0) {
            Place place = inventory.place(FileNames.segment(set.lastSegment()));
            if (!Sha256.hex(inventory.note(place.file(), place)).equals(set.lastSegmentSha256())) {
                throw new ArchiveException(
                        ArchiveVerdict.ALTERED, place, "it isn't the segment with which the newest full backup ends");
            }
        }
    }

    /**
     * Writes an attachment's contents.
     *
     * @throws ArchiveException MISSING, ALTERED or TRUNCATED if the file isn't the one that was written
     * @throws io.jiayou.archive.seal.WrongIdentity if no identity opens it
     */
    public void copy(SealedAttachment attachment, List<AgeIdentity> identities, OutputStream out) throws IOException {
        Place place = Place.of(target.name(), attachment.file());
        Path file = Files.createTempFile("sealed-", ".age");
        try {
            fetch(attachment, file, place);
            try (InputStream plain = Unsealing.open(Files.newInputStream(file), identities)) {
                plain.transferTo(out);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void fetch(SealedAttachment attachment, Path file, Place place) throws IOException {
        try (InputStream in = target.read(attachment.file())) {
            if (in == null) {
                throw new ArchiveException(ArchiveVerdict.MISSING, place, "the attachment isn't there");
            }
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (!Sha256.hex(in).equals(attachment.sealedSha256())) {
                boolean shorter = Files.size(file) < attachment.sealedBytes();
                ArchiveVerdict verdict = shorter ? ArchiveVerdict.TRUNCATED : ArchiveVerdict.ALTERED;
                throw new ArchiveException(verdict, place, "the attachment isn't what was written");
            }
        }
    }

    /** The list of all erasures that the set knew, oldest first as they were given. */
    public List<String> erasures(SetManifest set, List<AgeIdentity> identities) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (SealedAttachment each : set.attachments()) {
            if (each.kind() == AttachmentKind.ERASURES) {
                copy(each, identities, lines);
            }
        }
        return lines.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
