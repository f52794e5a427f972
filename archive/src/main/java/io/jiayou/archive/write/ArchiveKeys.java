package io.jiayou.archive.write;

import io.jiayou.archive.manifest.Signers;
import io.jiayou.archive.seal.AgeRecipient;
import io.jiayou.transparency.NoteSigner;
import io.jiayou.transparency.NoteVerifier;
import java.util.List;

/**
 * What an archive is written with.
 *
 * @param signer signs its notes from now on
 * @param recipients whose identities can open what is written from now on
 * @param former keys that signed before it, oldest first
 * @param handovers the notes by which each of them gave its place to the next
 */
public record ArchiveKeys(
        NoteSigner signer, List<AgeRecipient> recipients, List<NoteVerifier> former, List<byte[]> handovers) {

    public ArchiveKeys {
        recipients = List.copyOf(recipients);
        former = List.copyOf(former);
        handovers = List.copyOf(handovers);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("an archive that nobody can open is none");
        }
    }

    /** With a key that was the only one so far. */
    public ArchiveKeys(NoteSigner signer, List<AgeRecipient> recipients) {
        this(signer, recipients, List.of(), List.of());
    }

    /** Whose notes are believed while writing goes on. */
    public Signers signers() {
        Signers own = Signers.of(signer.verifier());
        return former.isEmpty() ? own : new Signers(former).followedBy(signer.verifier());
    }

    List<String> recipientTexts() {
        return recipients.stream().map(AgeRecipient::toString).toList();
    }
}
