package io.jiayou.archive.verify;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.Place;
import io.jiayou.archive.manifest.AttachmentKind;
import io.jiayou.archive.manifest.SealedAttachment;
import io.jiayou.archive.manifest.SetManifest;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.seal.Sha256;
import io.jiayou.archive.seal.Unsealing;
import io.jiayou.archive.seal.WrongIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** What goes with a set. */
final class SetContents {

    private final Inventory inventory;
    private final List<AgeIdentity> identities;
    private final Instant now;

    /** @param identities none to leave the attachments closed */
    SetContents(Inventory inventory, List<AgeIdentity> identities, Instant now) {
        this.inventory = inventory;
        this.identities = identities;
        this.now = now;
    }

    void check(SetManifest set) throws IOException {
        SealedFiles files = new SealedFiles(inventory);
        for (SealedAttachment each : set.attachments()) {
            Place place = inventory.place(each.file());
            if (inventory.has(each.file()) || !mayBeGone(each, place)) {
                files.expect(each.file(), each.sealedBytes(), each.sealedSha256(), place);
                if (!identities.isEmpty()) {
                    open(each, place);
                }
            }
        }
    }

    private boolean mayBeGone(SealedAttachment attachment, Place place) {
        try {
            return attachment.kind() == AttachmentKind.KEYS && !now.isBefore(Instant.parse(attachment.keptUntil()));
        } catch (DateTimeException e) {
            throw new ArchiveException(ArchiveVerdict.ALTERED, place, "until when the keys are kept is no time", e);
        }
    }

    private void open(SealedAttachment attachment, Place place) throws IOException {
        try (InputStream sealed = inventory.target().read(attachment.file())) {
            if (sealed == null) {
                throw new ArchiveException(ArchiveVerdict.MISSING, place, "the file has just gone");
            }
            expectPlain(attachment, sealed, place);
        }
    }

    private void expectPlain(SealedAttachment attachment, InputStream sealed, Place place) {
        try (InputStream plain = Unsealing.open(sealed, identities)) {
            if (!Sha256.hex(plain).equals(attachment.plainSha256())) {
                throw new IOException("other contents");
            }
        } catch (WrongIdentity e) {
            throw new ArchiveException(ArchiveVerdict.WRONG_IDENTITY, place, "none of the identities opens it", e);
        } catch (IOException e) {
            throw new ArchiveException(ArchiveVerdict.ALTERED, place, "the attachment isn't what was written", e);
        }
    }
}
