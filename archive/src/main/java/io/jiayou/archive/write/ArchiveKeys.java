package io.jiayou.archive.write;

import io.jiayou.archive.seal.AgeRecipient;
import io.jiayou.transparency.NoteSigner;
import java.util.List;

/**
 * What an archive is written with.
 *
 * @param signer signs all of its notes; always the same for one archive
 * @param recipients whose identities can open what is written from now on
 */
public record ArchiveKeys(NoteSigner signer, List<AgeRecipient> recipients) {

    public ArchiveKeys {
        recipients = List.copyOf(recipients);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("an archive that nobody can open is none");
        }
    }

    List<String> recipientTexts() {
        return recipients.stream().map(AgeRecipient::toString).toList();
    }
}
