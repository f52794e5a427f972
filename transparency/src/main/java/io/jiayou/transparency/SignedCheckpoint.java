package io.jiayou.transparency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A checkpoint as a note. Its log hasn't said it until {@link #verify} says so. */
public final class SignedCheckpoint {

    private final Note note;
    private final Checkpoint checkpoint;

    private SignedCheckpoint(Note note) {
        this.note = note;
        this.checkpoint = Checkpoint.parse(note.text());
    }

    public static SignedCheckpoint sign(Checkpoint checkpoint, NoteSigner signer) {
        return new SignedCheckpoint(Note.sign(checkpoint.text(), signer));
    }

    /** @throws VerificationException MALFORMED if it isn't a note, or its text no checkpoint */
    public static SignedCheckpoint parse(byte[] bytes) {
        return new SignedCheckpoint(Note.parse(bytes));
    }

    /** @throws VerificationException MALFORMED if it isn't a note, or its text no checkpoint */
    public static SignedCheckpoint parse(String text) {
        return new SignedCheckpoint(Note.parse(text));
    }

    /**
     * @return what the log has signed
     * @throws VerificationException OTHER_LOG, BAD_SIGNATURE or NO_TRUSTED_SIGNATURE
     */
    public Checkpoint verify(TrustedLog log) {
        if (!checkpoint.origin().equals(log.origin())) {
            throw new VerificationException(Verdict.OTHER_LOG, "the checkpoint is of another log than " + log.origin());
        }
        note.verify(log.verifiers());
        return checkpoint;
    }

    /**
     * The cosignatures of these witnesses, one of each at most. Others are ignored. A cosignature doesn't say its
     * witness's name, so one key under two names counts as one witness.
     *
     * @throws VerificationException BAD_SIGNATURE if one of these witnesses is named and hasn't cosigned
     */
    public List<Cosignature> cosignatures(Collection<CosignatureVerifier> witnesses) {
        List<Cosignature> found = new ArrayList<>();
        for (CosignatureVerifier witness : witnesses) {
            witness.cosignature(note)
                    .filter(one ->
                            found.stream().noneMatch(other -> other.witness().sharesKeyWith(one.witness())))
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /** The same checkpoint with further signatures. */
    public SignedCheckpoint with(Collection<NoteSignature> further) {
        return new SignedCheckpoint(note.with(further));
    }

    /** The same checkpoint with only these signatures. */
    SignedCheckpoint withOnly(List<NoteSignature> signatures) {
        return new SignedCheckpoint(new Note(note.text(), signatures));
    }

    /** What is signed, by whomever: to be verified before it is believed. */
    public Checkpoint unverified() {
        return checkpoint;
    }

    public Note note() {
        return note;
    }

    /** As it is served at {@code checkpoint}. */
    public String format() {
        return note.format();
    }

    @Override
    public String toString() {
        return format();
    }
}
