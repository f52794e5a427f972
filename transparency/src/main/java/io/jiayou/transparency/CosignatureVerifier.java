package io.jiayou.transparency;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Verifies the cosignatures of a trusted witness (tlog-cosignature, the Ed25519 form). */
public record CosignatureVerifier(NoteKey key) {

    /** @throws VerificationException MALFORMED for a key of another type */
    public CosignatureVerifier {
        key.expect(KeyType.COSIGNATURE);
    }

    /** @throws VerificationException MALFORMED for what isn't a verifier key of this type */
    public static CosignatureVerifier parse(String vkey) {
        return new CosignatureVerifier(NoteKey.parse(vkey));
    }

    /**
     * The latest cosignature of this witness on a checkpoint's note.
     *
     * @throws VerificationException BAD_SIGNATURE if one that names this witness is wrong
     */
    Optional<Cosignature> cosignature(Note note) {
        Optional<Cosignature> latest = Optional.empty();
        for (NoteSignature signature : note.signatures()) {
            if (key.isNamedBy(signature)) {
                Cosignature one = verify(note.text(), signature);
                latest =
                        latest.filter(other -> other.time().isAfter(one.time())).or(() -> Optional.of(one));
            }
        }
        return latest;
    }

    /** @throws VerificationException BAD_SIGNATURE unless it is by this witness on this text */
    Cosignature verify(String text, NoteSignature signature) {
        byte[] bytes = signature.bytes();
        if (key.isNamedBy(signature) && bytes.length == Long.BYTES + Ed25519.SIGNATURE_LENGTH) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            long seconds = buffer.getLong();
            byte[] rest = new byte[Ed25519.SIGNATURE_LENGTH];
            buffer.get(rest);
            if (seconds > 0 && key.verifies(Cosignature.message(seconds, text), rest)) {
                return new Cosignature(key, instant(seconds));
            }
        }
        throw new VerificationException(Verdict.BAD_SIGNATURE, "the cosignature of " + key.name() + " is wrong");
    }

    private static Instant instant(long seconds) {
        try {
            return Instant.ofEpochSecond(seconds);
        } catch (DateTimeException e) {
            throw new VerificationException(Verdict.MALFORMED, "a cosignature's time is beyond all times", e);
        }
    }
}
