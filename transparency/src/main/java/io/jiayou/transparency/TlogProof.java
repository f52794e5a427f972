package io.jiayou.transparency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows offline that a leaf is in a log, and who has seen it there (tlog-proof, version 1). */
public final class TlogProof {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int MOST_HASHES = 63;

    private final byte @Nullable [] extra;
    private final InclusionProof inclusion;
    private final SignedCheckpoint checkpoint;

    private TlogProof(byte @Nullable [] extra, InclusionProof inclusion, SignedCheckpoint checkpoint) {
        this.extra = extra;
        this.inclusion = inclusion;
        this.checkpoint = checkpoint;
    }

    public static TlogProof of(InclusionProof inclusion, SignedCheckpoint checkpoint) {
        return new TlogProof(null, inclusion, checkpoint);
    }

    /** The same with something for the application, which nothing authenticates. */
    public TlogProof withExtra(byte[] unauthenticated) {
        return new TlogProof(unauthenticated.clone(), inclusion, checkpoint);
    }

    /** @throws VerificationException MALFORMED for another form */
    public static TlogProof parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw VerificationException.malformed("a proof has a checkpoint after its first empty line");
        }
        List<String> lines = List.of(text.substring(0, end).split("\n", -1));
        SignedCheckpoint checkpoint = SignedCheckpoint.parse(text.substring(end + 2));
        boolean hasExtra = lines.size() > 1 && lines.get(1).startsWith(EXTRA);
        int indexLine = hasExtra ? 2 : 1;
        if (!lines.getFirst().equals(HEADER)
                || lines.size() <= indexLine
                || !lines.get(indexLine).startsWith(INDEX)) {
            throw VerificationException.malformed("a proof begins with its version and the index");
        }
        long index = Decimal.parse(lines.get(indexLine).substring(INDEX.length()));
        InclusionProof inclusion = new InclusionProof(index, hashes(lines.subList(indexLine + 1, lines.size())));
        TlogProof proof = of(inclusion, checkpoint);
        return hasExtra ? proof.withExtra(Base64Text.parse(lines.get(1).substring(EXTRA.length()))) : proof;
    }

    private static List<Hash> hashes(List<String> lines) {
        if (lines.size() > MOST_HASHES) {
            throw VerificationException.malformed("a proof has at most 63 hashes");
        }
        List<Hash> hashes = new ArrayList<>();
        lines.forEach(line -> hashes.add(Hash.parse(line)));
        return hashes;
    }

    public String format() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        extra().ifPresent(
                        bytes -> text.append(EXTRA).append(Base64Text.of(bytes)).append('\n'));
        text.append(INDEX).append(inclusion.index()).append('\n');
        inclusion.hashes().forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(checkpoint.format()).toString();
    }

    /**
     * @param leaf computed by the application from what it says is logged
     * @param minWitnesses how many of the witnesses must have cosigned
     * @return the verified checkpoint, in which the leaf is included
     * @throws VerificationException OTHER_LOG, NO_TRUSTED_SIGNATURE, BAD_SIGNATURE, TOO_FEW_WITNESSES, OUT_OF_RANGE,
     *     MALFORMED or NOT_INCLUDED
     */
    public Checkpoint verify(Hash leaf, TrustedLog log, Collection<CosignatureVerifier> witnesses, int minWitnesses) {
        Checkpoint verified = checkpoint.verify(log);
        int cosigned = checkpoint.cosignatures(witnesses).size();
        if (cosigned < minWitnesses) {
            throw new VerificationException(
                    Verdict.TOO_FEW_WITNESSES, cosigned + " witnesses have cosigned, not " + minWitnesses);
        }
        inclusion.verify(leaf, verified.head());
        return verified;
    }

    /** What the application added; not to be believed. */
    public Optional<byte[]> extra() {
        return Optional.ofNullable(extra).map(bytes -> bytes.clone());
    }

    public InclusionProof inclusion() {
        return inclusion;
    }

    public SignedCheckpoint checkpoint() {
        return checkpoint;
    }
}
