package io.jiayou.transparency;

import java.util.ArrayList;
import java.util.List;

/**
 * What a log asks a witness (tlog-witness, add-checkpoint).
 *
 * @param oldSize size of the latest checkpoint that the witness has cosigned, 0 if it has none
 * @param proof from the old size to the checkpoint; empty if the old size is 0
 */
public record AddCheckpoint(long oldSize, ConsistencyProof proof, SignedCheckpoint checkpoint) {

    /** Most bytes of a request: the longest note, the proof and the size. */
    static final int LONGEST = Note.LONGEST + 4096;

    private static final int MOST_HASHES = 63;
    private static final String OLD = "old ";

    /** @throws VerificationException MALFORMED for another form or more than 63 hashes */
    public static AddCheckpoint parse(byte[] body) {
        String text = NoteText.decode(body);
        int end = text.indexOf("\n\n");
        if (end < 0 || !text.startsWith(OLD)) {
            throw VerificationException.malformed("a request is an old size, a proof, an empty line and a checkpoint");
        }
        List<String> lines = text.substring(0, end).lines().toList();
        long oldSize = Decimal.parse(lines.getFirst().substring(OLD.length()));
        ConsistencyProof proof = proof(lines.subList(1, lines.size()));
        return new AddCheckpoint(oldSize, proof, SignedCheckpoint.parse(text.substring(end + 2)));
    }

    private static ConsistencyProof proof(List<String> lines) {
        if (lines.size() > MOST_HASHES) {
            throw VerificationException.malformed("a proof has at most 63 hashes");
        }
        List<Hash> hashes = new ArrayList<>();
        lines.forEach(line -> hashes.add(Hash.parse(line)));
        return new ConsistencyProof(hashes);
    }

    public byte[] format() {
        StringBuilder body = new StringBuilder(OLD).append(oldSize).append('\n');
        proof.hashes().forEach(hash -> body.append(hash).append('\n'));
        body.append('\n').append(checkpoint.format());
        return NoteText.encode(body.toString());
    }
}
