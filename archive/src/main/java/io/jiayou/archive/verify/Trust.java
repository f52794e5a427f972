package io.jiayou.archive.verify;

import io.jiayou.archive.manifest.Signers;
import io.jiayou.transparency.NoteVerifier;
import io.jiayou.transparency.TrustedLog;

/**
 * Whom a reader believes.
 *
 * @param archive sign what the archive consists of; a reader also believes whomever they have named as their successor
 * @param log signs what the events are
 */
public record Trust(Signers archive, TrustedLog log) {

    public Trust(NoteVerifier archive, TrustedLog log) {
        this(Signers.of(archive), log);
    }
}
