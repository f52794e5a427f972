package io.jiayou.transparency;

import static io.jiayou.transparency.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TlogProofTest {

    private static final String ORIGIN = "example.com/log";
    private static final int INDEX = 73;
    private static final int SIZE = 300;

    private final ReferenceTree tree = ReferenceTree.ofSize(SIZE);
    private final NoteSigner signer = NoteSigner.generate(ORIGIN);
    private final TrustedLog log = new TrustedLog(ORIGIN, List.of(signer.verifier()));
    private final Cosigner first = Cosigner.generate("witness1.example");
    private final Cosigner second = Cosigner.generate("witness2.example");
    private final List<CosignatureVerifier> witnesses = List.of(
            first.verifier(),
            second.verifier(),
            Cosigner.generate("witness3.example").verifier());
    private final Checkpoint checkpoint = Checkpoint.of(ORIGIN, tree.head(SIZE));
    private final SignedCheckpoint cosigned = SignedCheckpoint.sign(checkpoint, signer)
            .with(List.of(
                    first.cosign(checkpoint, Instant.ofEpochSecond(1_800_000_000)),
                    second.cosign(checkpoint, Instant.ofEpochSecond(1_800_000_001))));
    private final TlogProof proof = TlogProof.of(new InclusionProof(INDEX, tree.inclusion(INDEX, SIZE)), cosigned);

    @Test
    void hasTheFormOfTheSpecification() {
        String text = proof.withExtra("加油".getBytes(UTF_8)).format();

        assertThat(text.lines().limit(4))
                .containsExactly(
                        "c2sp.org/tlog-proof@v1",
                        "extra 5Yqg5rK5",
                        "index 73",
                        tree.leaf(INDEX - 1).toString());
        assertThat(text).endsWith("\n\n" + cosigned.format());
        TlogProof parsed = TlogProof.parse(text);
        assertThat(parsed.format()).isEqualTo(text);
        assertThat(parsed.extra()).hasValue("加油".getBytes(UTF_8));
        assertThat(parsed.inclusion()).isEqualTo(proof.inclusion());
        assertThat(TlogProof.parse(proof.format()).extra()).isEmpty();
        assertThat(TlogProof.parse(proof.format()).format()).isEqualTo(proof.format());
    }

    @Test
    void showsThatTheLeafIsThereAndWasSeen() {
        assertThat(TlogProof.parse(proof.format()).verify(tree.leaf(INDEX), log, witnesses, 2))
                .isEqualTo(checkpoint);
    }

    @Test
    void needsNoHashesForTheOnlyLeaf() {
        Checkpoint one = Checkpoint.of(ORIGIN, tree.head(1));
        TlogProof ofOne = TlogProof.of(new InclusionProof(0, List.of()), SignedCheckpoint.sign(one, signer));

        TlogProof.parse(ofOne.format()).verify(tree.leaf(0), log, List.of(), 0);
    }

    @Test
    void refusesWhatItDoesNotShow() {
        Hash leaf = tree.leaf(INDEX);
        TrustedLog otherLog = new TrustedLog("example.com/other", log.verifiers());
        TrustedLog otherKey =
                new TrustedLog(ORIGIN, List.of(NoteSigner.generate(ORIGIN).verifier()));
        TlogProof elsewhere = TlogProof.parse(proof.format().replace("index 73", "index 72"));
        TlogProof outside = TlogProof.parse(proof.format().replace("index 73", "index 300"));
        TlogProof larger = TlogProof.parse(proof.format().replace("\n300\n", "\n301\n"));

        assertRefused(Verdict.NOT_INCLUDED, () -> proof.verify(tree.leaf(0), log, witnesses, 2));
        assertRefused(Verdict.NOT_INCLUDED, () -> elsewhere.verify(leaf, log, witnesses, 2));
        assertRefused(Verdict.OUT_OF_RANGE, () -> outside.verify(leaf, log, witnesses, 2));
        assertRefused(Verdict.TOO_FEW_WITNESSES, () -> proof.verify(leaf, log, witnesses, 3));
        assertRefused(Verdict.TOO_FEW_WITNESSES, () -> proof.verify(leaf, log, List.of(), 1));
        assertRefused(Verdict.OTHER_LOG, () -> proof.verify(leaf, otherLog, witnesses, 2));
        assertRefused(Verdict.NO_TRUSTED_SIGNATURE, () -> proof.verify(leaf, otherKey, witnesses, 2));
        assertRefused(Verdict.BAD_SIGNATURE, () -> larger.verify(leaf, log, witnesses, 2));
    }

    @Test
    void refusesOtherForms() {
        String text = proof.format();
        String hash = TreeHashing.empty() + "\n";

        assertThat(List.of(
                        "",
                        text.replace("@v1", "@v2"),
                        text.replace("index 73\n", ""),
                        text.replace("index 73", "index 073"),
                        text.replace("index 73", "index -1"),
                        text.replace("index 73", "extra \n"),
                        text.replace("index 73\n", "index 73\nextra AA==\n"),
                        text.replace("index 73\n", "extra AAA\nindex 73\n"),
                        text.replace("index 73\n", "extra AA==\nextra AA==\nindex 73\n"),
                        text.replace("index 73\n", "index 73\n" + hash.repeat(60)),
                        text.replace("index 73\n", "index 73\n\n"),
                        text.replace("\n", "\r\n")))
                .allSatisfy(other -> assertRefused(Verdict.MALFORMED, () -> TlogProof.parse(other)));
    }
}
