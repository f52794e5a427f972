package io.jiayou.transparency;

import java.nio.ByteBuffer;
import java.time.Instant;

/** Makes a witness's cosignatures. Whoever calls it has verified that the checkpoint is consistent. */
public final class Cosigner {

    private final NoteKeyPair pair;

    private Cosigner(NoteKeyPair pair) {
        this.pair = pair;
    }

    /** @throws VerificationException MALFORMED for a key of another type */
    public static Cosigner of(NoteKeyPair pair) {
        pair.key().expect(KeyType.COSIGNATURE);
        return new Cosigner(pair);
    }

    /** With a new key. */
    public static Cosigner generate(String name) {
        return of(NoteKeyPair.generate(name, KeyType.COSIGNATURE));
    }

    public NoteKeyPair pair() {
        return pair;
    }

    public CosignatureVerifier verifier() {
        return new CosignatureVerifier(pair.key());
    }

    /** @param time after 1970, kept to the second */
    public NoteSignature cosign(Checkpoint checkpoint, Instant time) {
        long seconds = time.getEpochSecond();
        if (seconds <= 0) {
            throw new IllegalArgumentException("a cosignature is made after 1970");
        }
        byte[] signature = pair.sign(Cosignature.message(seconds, checkpoint.text()));
        byte[] bytes = ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
        return new NoteSignature(pair.key().name(), pair.key().id(), bytes);
    }
}
