package io.jiayou.transparency;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks a witness to cosign a log's checkpoints (tlog-witness). It remembers what it has had cosigned last. */
public final class WitnessClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 3;
    private static final int LONGEST_ANSWER = 1 << 16;

    private final HttpClient http;
    private final URI addCheckpoint;
    private final CosignatureVerifier witness;
    private volatile long cosignedSize;

    /** @param prefix the witness's submission prefix, without a slash at its end */
    public WitnessClient(HttpClient http, URI prefix, CosignatureVerifier witness) {
        this.http = http;
        this.addCheckpoint = URI.create(prefix + "/add-checkpoint");
        this.witness = witness;
    }

    /** Gives the proof between two sizes above 0, such as {@link TileLog#consistencyProof}. */
    public interface Proofs {
        ConsistencyProof between(long older, long newer);
    }

    /**
     * Has a checkpoint cosigned. If the witness knows another size than was supposed, asks again from there.
     *
     * @return the checkpoint with the verified cosignature added
     * @throws IOException if the witness can't be reached or has a problem of its own
     * @throws VerificationException ROLLED_BACK if it has cosigned a larger tree, INCONSISTENT if it says that this one
     *     isn't its continuation, OTHER_LOG if it doesn't know the log, NO_TRUSTED_SIGNATURE if it doesn't accept the
     *     log's key or answers without its own cosignature, BAD_SIGNATURE for a wrong cosignature
     */
    public SignedCheckpoint cosign(SignedCheckpoint checkpoint, Proofs proofs)
            throws IOException, InterruptedException {
        long size = checkpoint.unverified().head().size();
        long supposed = Math.min(cosignedSize, size);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            HttpResponse<String> answer = send(request(supposed, checkpoint, proofs));
            if (answer.statusCode() != WitnessAnswer.CONFLICT) {
                SignedCheckpoint cosigned = merge(checkpoint, expectOk(answer));
                cosignedSize = size;
                return cosigned;
            }
            supposed = sizeIn(answer, size);
        }
        throw new IOException("the witness keeps changing the size that it has cosigned");
    }

    /** The witness's, as its cosignatures have it. */
    public String name() {
        return witness.key().name();
    }

    /** Whether a checkpoint has this witness's cosignature. */
    public boolean hasCosigned(SignedCheckpoint checkpoint) {
        return !checkpoint.cosignatures(List.of(witness)).isEmpty();
    }

    private static AddCheckpoint request(long oldSize, SignedCheckpoint checkpoint, Proofs proofs) {
        long size = checkpoint.unverified().head().size();
        ConsistencyProof proof =
                oldSize == 0 || oldSize == size ? ConsistencyProof.empty() : proofs.between(oldSize, size);
        return new AddCheckpoint(oldSize, proof, checkpoint);
    }

    private HttpResponse<String> send(AddCheckpoint request) throws IOException, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(addCheckpoint)
                .header("Content-Type", WitnessAnswer.TEXT)
                .POST(BodyPublishers.ofByteArray(request.format()))
                .build();
        return WholeAnswer.of(http, post, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER), PATIENCE);
    }

    private static long sizeIn(HttpResponse<String> answer, long size) {
        boolean typed = answer.headers().firstValue("Content-Type").orElse("").equals(WitnessAnswer.SIZE);
        String body = answer.body();
        if (!typed || !body.endsWith("\n")) {
            throw VerificationException.malformed("the witness doesn't say which size it has cosigned");
        }
        long cosigned = Decimal.parse(body.substring(0, body.length() - 1));
        if (cosigned > size) {
            throw new VerificationException(
                    Verdict.ROLLED_BACK,
                    "the witness has cosigned " + cosigned + " leaves, the checkpoint has " + size);
        }
        return cosigned;
    }

    private static String expectOk(HttpResponse<String> answer) throws IOException {
        return switch (answer.statusCode()) {
            case WitnessAnswer.OK -> answer.body();
            case WitnessAnswer.BAD_REQUEST -> throw refused(Verdict.MALFORMED, answer);
            case WitnessAnswer.FORBIDDEN -> throw refused(Verdict.NO_TRUSTED_SIGNATURE, answer);
            case WitnessAnswer.NOT_FOUND -> throw refused(Verdict.OTHER_LOG, answer);
            case WitnessAnswer.UNPROCESSABLE -> throw refused(Verdict.INCONSISTENT, answer);
            default -> throw new IOException("the witness answered " + answer.statusCode());
        };
    }

    private static VerificationException refused(Verdict verdict, HttpResponse<String> answer) {
        return new VerificationException(
                verdict, "the witness refused: " + answer.body().strip());
    }

    private SignedCheckpoint merge(SignedCheckpoint checkpoint, String lines) {
        List<NoteSignature> answered = new ArrayList<>();
        NoteText.encode(lines);
        lines.lines().forEach(line -> answered.add(NoteSignature.parse(line)));
        List<NoteSignature> cosignatures =
                answered.stream().filter(witness.key()::isNamedBy).toList();
        if (cosignatures.isEmpty()) {
            throw new VerificationException(
                    Verdict.NO_TRUSTED_SIGNATURE, "the witness answered without its cosignature");
        }
        cosignatures.forEach(one -> witness.verify(checkpoint.note().text(), one));
        return checkpoint.with(cosignatures);
    }
}
