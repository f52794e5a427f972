package io.jiayou.transparency;

/** Verifies what a trusted key has signed as a note's text. */
public record NoteVerifier(NoteKey key) {

    /** @throws VerificationException MALFORMED for a key of another type */
    public NoteVerifier {
        key.expect(KeyType.NOTE);
    }

    /** @throws VerificationException MALFORMED for what isn't a verifier key of this type */
    public static NoteVerifier parse(String vkey) {
        return new NoteVerifier(NoteKey.parse(vkey));
    }

    /**
     * Whether the note names this key; if it does, its signature is right.
     *
     * @throws VerificationException BAD_SIGNATURE if one that names this key is wrong
     */
    boolean hasSigned(Note note) {
        boolean signed = false;
        for (NoteSignature signature : note.signatures()) {
            if (key.isNamedBy(signature)) {
                expectRight(note, signature);
                signed = true;
            }
        }
        return signed;
    }

    private void expectRight(Note note, NoteSignature signature) {
        if (!key.verifies(NoteText.encode(note.text()), signature.bytes())) {
            throw new VerificationException(Verdict.BAD_SIGNATURE, "the signature of " + key.name() + " is wrong");
        }
    }
}
