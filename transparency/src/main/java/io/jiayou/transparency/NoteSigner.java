package io.jiayou.transparency;

/** Signs the text of notes. */
public final class NoteSigner {

    private final NoteKeyPair pair;

    private NoteSigner(NoteKeyPair pair) {
        this.pair = pair;
    }

    /** @throws VerificationException MALFORMED for a key of another type */
    public static NoteSigner of(NoteKeyPair pair) {
        pair.key().expect(KeyType.NOTE);
        return new NoteSigner(pair);
    }

    /** With a new key. */
    public static NoteSigner generate(String name) {
        return of(NoteKeyPair.generate(name, KeyType.NOTE));
    }

    public NoteKeyPair pair() {
        return pair;
    }

    public NoteVerifier verifier() {
        return new NoteVerifier(pair.key());
    }

    public NoteSignature sign(String text) {
        NoteKey key = pair.key();
        return new NoteSignature(key.name(), key.id(), pair.sign(NoteText.encode(text)));
    }
}
