package io.jiayou.transparency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A signed text (signed-note). Nobody has signed it until {@link #verify} says so.
 *
 * @param text ends in a newline
 * @param signatures 1 to 64 of them, in order
 */
public record Note(String text, List<NoteSignature> signatures) {

    /** Most bytes of a note. */
    public static final int LONGEST = 1 << 20;

    private static final int MOST_SIGNATURES = 64;

    public Note {
        NoteText.encode(text);
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n")) {
            throw VerificationException.malformed("a note's text ends in a newline");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw VerificationException.malformed("a note has 1 to 64 signatures");
        }
    }

    public static Note sign(String text, NoteSigner... signers) {
        List<NoteSignature> signatures = new ArrayList<>();
        for (NoteSigner signer : signers) {
            signatures.add(signer.sign(text));
        }
        return new Note(text, signatures);
    }

    /** @throws VerificationException MALFORMED for more than 1 MiB, invalid UTF-8 or another form */
    public static Note parse(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw VerificationException.malformed("a note has at most 1 MiB");
        }
        String note = NoteText.decode(bytes);
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || end + 2 == note.length()) {
            throw VerificationException.malformed("a note is a text, an empty line and signature lines");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        note.substring(end + 2).lines().forEach(line -> signatures.add(NoteSignature.parse(line)));
        return new Note(note.substring(0, end + 1), signatures);
    }

    /** @throws VerificationException as {@link #parse(byte[])} */
    public static Note parse(String note) {
        return parse(NoteText.encode(note));
    }

    /**
     * Ignores signatures of other keys, and refuses the note if one of these keys is named and hasn't signed it.
     *
     * @return the keys that have signed it, at least one
     * @throws VerificationException BAD_SIGNATURE or NO_TRUSTED_SIGNATURE
     */
    public List<NoteKey> verify(Collection<NoteVerifier> trusted) {
        List<NoteKey> signers = trusted.stream()
                .filter(verifier -> verifier.hasSigned(this))
                .map(NoteVerifier::key)
                .distinct()
                .toList();
        if (signers.isEmpty()) {
            throw new VerificationException(Verdict.NO_TRUSTED_SIGNATURE, "no trusted key has signed the note");
        }
        return signers;
    }

    /** The same note with further signatures at its end; those that it has already are left out. */
    public Note with(Collection<NoteSignature> further) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        for (NoteSignature one : further) {
            if (all.stream().noneMatch(other -> other.line().equals(one.line()))) {
                all.add(one);
            }
        }
        return new Note(text, all);
    }

    /** The note as it is written. */
    public String format() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }
}
