package io.jiayou.transparency;

import static io.jiayou.transparency.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final String ORIGIN = "example.com/behind-the-sofa";
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    /** The example of the specifications tlog-checkpoint and tlog-cosignature. */
    private static final String EXAMPLE = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """;

    private final NoteSigner signer = NoteSigner.generate(ORIGIN);
    private final TrustedLog log = new TrustedLog(ORIGIN, List.of(signer.verifier()));
    private final Checkpoint checkpoint = Checkpoint.of(ORIGIN, new TreeHead(20_852_163, Hash.parse(ROOT)));

    @Test
    void theExampleIsParsed() {
        SignedCheckpoint example = SignedCheckpoint.parse(EXAMPLE);

        assertThat(example.unverified()).isEqualTo(checkpoint);
        assertThat(example.format()).isEqualTo(EXAMPLE);
        assertThat(example.note().signatures()).hasSize(2);
        assertThat(new String(Cosignature.message(1_679_315_147, example.note().text()), UTF_8))
                .startsWith("cosignature/v1\ntime 1679315147\nexample.com/behind-the-sofa\n20852163\n");
    }

    @Test
    void isWhatTheLogSigned() {
        SignedCheckpoint signed = SignedCheckpoint.sign(checkpoint, signer);

        assertThat(SignedCheckpoint.parse(signed.format()).verify(log)).isEqualTo(checkpoint);
    }

    @Test
    void ofAnotherLogOrKeyIsRefused() {
        SignedCheckpoint signed = SignedCheckpoint.sign(checkpoint, signer);
        TrustedLog elsewhere = new TrustedLog("example.com/elsewhere", log.verifiers());
        TrustedLog otherKey =
                new TrustedLog(ORIGIN, List.of(NoteSigner.generate(ORIGIN).verifier()));

        assertRefused(Verdict.OTHER_LOG, () -> signed.verify(elsewhere));
        assertRefused(Verdict.NO_TRUSTED_SIGNATURE, () -> signed.verify(otherKey));
        SignedCheckpoint larger = SignedCheckpoint.parse(signed.format().replace("20852163", "20852164"));
        assertRefused(Verdict.BAD_SIGNATURE, () -> larger.verify(log));
    }

    @Test
    void keepsExtensionsThatItDoesNotKnow() {
        Checkpoint extended = Checkpoint.parse(checkpoint.text() + "one\nand two\n");

        assertThat(extended.extensions()).containsExactly("one", "and two");
        assertThat(extended.text()).isEqualTo(checkpoint.text() + "one\nand two\n");
        assertThat(Checkpoint.parse("o\n0\n" + TreeHashing.empty() + "\n").head())
                .isEqualTo(TreeHead.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "o\n",
                "o\n1\n",
                "o\n1\n" + ROOT,
                "\n1\n" + ROOT + "\n",
                "o\n\n" + ROOT + "\n",
                "o\n01\n" + ROOT + "\n",
                "o\n00\n" + ROOT + "\n",
                "o\n-1\n" + ROOT + "\n",
                "o\n+1\n" + ROOT + "\n",
                "o\n1 \n" + ROOT + "\n",
                "o\n١\n" + ROOT + "\n",
                "o\n9223372036854775808\n" + ROOT + "\n",
                "o\n18446744073709551616\n" + ROOT + "\n",
                "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n",
                "o\n1\n" + ROOT + "\n\n",
                "o\n1\n" + ROOT + "\nextension\n\n",
                "o\n1\n" + ROOT + "\n\nextension\n"
            })
    void otherFormsAreRefused(String text) {
        assertRefused(Verdict.MALFORMED, () -> Checkpoint.parse(text));
    }

    @Nested
    class Cosigned {

        private static final Instant TIME = Instant.parse("2026-11-23T08:00:00Z");

        private final Cosigner witness = Cosigner.generate("witness.example/w1");
        private final Cosigner other = Cosigner.generate("witness.example/w2");
        private final SignedCheckpoint signed = SignedCheckpoint.sign(checkpoint, signer)
                .with(List.of(witness.cosign(checkpoint, TIME), other.cosign(checkpoint, TIME)));

        @Test
        void sayWhoHasSeenItAndWhen() {
            assertThat(signed.cosignatures(List.of(witness.verifier())))
                    .containsExactly(new Cosignature(witness.pair().key(), TIME));
            assertThat(signed.cosignatures(List.of(witness.verifier(), other.verifier(), other.verifier())))
                    .hasSize(2);
            assertThat(signed.cosignatures(
                            List.of(Cosigner.generate("witness.example/w1").verifier())))
                    .isEmpty();
            assertThat(signed.verify(log)).isEqualTo(checkpoint);
            assertThat(CosignatureVerifier.parse(witness.pair().key().vkey())).isEqualTo(witness.verifier());
        }

        @Test
        void countOncePerWitnessWithTheLatestTime() {
            SignedCheckpoint twice = signed.with(
                    List.of(witness.cosign(checkpoint, TIME.plusSeconds(9)), witness.cosign(checkpoint, TIME)));

            assertThat(twice.cosignatures(List.of(witness.verifier())))
                    .containsExactly(new Cosignature(witness.pair().key(), TIME.plusSeconds(9)));
        }

        @Test
        void countOncePerKeyWhateverItsNames() {
            NoteKeyPair pair = witness.pair();
            String secret = pair.secretText();
            NoteKey renamed = NoteKey.of("witness.example/alias", KeyType.COSIGNATURE, rawKey(pair.key()));
            Cosigner alias = Cosigner.of(NoteKeyPair.parse(renamed.vkey() + secret.substring(secret.indexOf('\n'))));
            SignedCheckpoint aliased = signed.with(List.of(alias.cosign(checkpoint, TIME)));

            assertThat(aliased.cosignatures(List.of(alias.verifier()))).hasSize(1);
            assertThat(aliased.cosignatures(List.of(witness.verifier(), alias.verifier())))
                    .hasSize(1);
        }

        private static byte[] rawKey(NoteKey key) {
            String vkey = key.vkey();
            byte[] material = Base64Text.parse(vkey.split("\\+", 3)[2]);
            return Arrays.copyOfRange(material, 1, material.length);
        }

        @Test
        void onAnotherCheckpointOrTimeAreRefused() {
            Checkpoint elsewhere = Checkpoint.of("example.com/elsewhere", checkpoint.head());
            NoteSignature wrong = witness.cosign(elsewhere, TIME);
            byte[] later = witness.cosign(checkpoint, TIME).bytes().clone();
            later[7]++;
            NoteSignature wrongTime = new NoteSignature(wrong.name(), wrong.keyId(), later);

            for (NoteSignature one : List.of(wrong, wrongTime)) {
                SignedCheckpoint forged = signed.with(List.of(one));
                assertRefused(Verdict.BAD_SIGNATURE, () -> forged.cosignatures(List.of(witness.verifier())));
                assertThat(forged.cosignatures(List.of(other.verifier()))).hasSize(1);
            }
        }

        @Test
        void areNeverOfATimeThatIsNone() {
            assertThatThrownBy(() -> witness.cosign(checkpoint, Instant.EPOCH))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
