package io.jiayou.archive.manifest;

import io.jiayou.transparency.Note;
import io.jiayou.transparency.NoteSignature;
import io.jiayou.transparency.NoteVerifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The keys that may have signed an archive's notes.
 *
 * @param keys oldest first: each took over from the one before
 */
public record Signers(List<NoteVerifier> keys) {

    public Signers {
        keys = List.copyOf(new LinkedHashSet<>(keys));
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("an archive's reader believes somebody");
        }
    }

    public static Signers of(NoteVerifier... keys) {
        return new Signers(List.of(keys));
    }

    /** With a key that takes over from all of these. */
    public Signers followedBy(NoteVerifier next) {
        List<NoteVerifier> all = new ArrayList<>(keys);
        all.remove(next);
        all.add(next);
        return new Signers(all);
    }

    /** Which of the keys a verified note names, from 0; -1 for none of them. */
    public int rank(byte[] note) {
        NoteSignature signature = Note.parse(note).signatures().getFirst();
        for (int at = 0; at < keys.size(); at++) {
            var key = keys.get(at).key();
            if (key.id() == signature.keyId() && key.name().equals(signature.name())) {
                return at;
            }
        }
        return -1;
    }
}
