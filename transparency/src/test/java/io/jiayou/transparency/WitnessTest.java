package io.jiayou.transparency;

import static io.jiayou.transparency.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answers that tlog-witness asks for, rule by rule. */
class WitnessTest {

    private static final String ORIGIN = "example.com/log";
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    private final ReferenceTree tree = ReferenceTree.ofSize(50);
    private final NoteSigner signer = NoteSigner.generate(ORIGIN);
    private final TrustedLog log = new TrustedLog(ORIGIN, List.of(signer.verifier()));
    private final Cosigner cosigner = Cosigner.generate("witness.example/w1");

    @TempDir
    private Path directory;

    private Witness witness;

    @BeforeEach
    void open() {
        witness = open(log);
    }

    private Witness open(TrustedLog... logs) {
        return Witness.open(directory.resolve("witness"), cosigner, List.of(logs), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private SignedCheckpoint signed(int size) {
        return SignedCheckpoint.sign(Checkpoint.of(ORIGIN, tree.head(size)), signer);
    }

    private WitnessAnswer add(int oldSize, int size) {
        ConsistencyProof proof = oldSize == 0 || oldSize > size
                ? ConsistencyProof.empty()
                : new ConsistencyProof(tree.consistency(oldSize, size));
        return add(oldSize, proof, signed(size));
    }

    private WitnessAnswer add(long oldSize, ConsistencyProof proof, SignedCheckpoint checkpoint) {
        return witness.addCheckpoint(new AddCheckpoint(oldSize, proof, checkpoint).format());
    }

    private WitnessAnswer add(String body) {
        return witness.addCheckpoint(body.getBytes(UTF_8));
    }

    private WitnessAnswer latest() {
        return witness.checkpoint(WitnessState.originHash(ORIGIN));
    }

    @Nested
    class Cosigns {

        @Test
        void theFirstCheckpointOfAnySize() {
            WitnessAnswer answer = add(0, 7);

            assertThat(answer.status()).isEqualTo(200);
            SignedCheckpoint cosigned = SignedCheckpoint.parse(signed(7).format() + answer.body());
            assertThat(cosigned.cosignatures(List.of(cosigner.verifier())))
                    .containsExactly(new Cosignature(cosigner.pair().key(), NOW));
            assertThat(latest().body()).isEqualTo(cosigned.format());
        }

        @Test
        void whatContinuesTheLatest() {
            List<Integer> sizes = List.of(0, 0, 1, 7, 7, 8, 50);
            for (int i = 1; i < sizes.size(); i++) {
                assertThat(add(sizes.get(i - 1), sizes.get(i)).status()).isEqualTo(200);
            }
        }

        @Test
        void withUnknownSignaturesThatItDoesNotServe() {
            NoteSignature unknown =
                    NoteSigner.generate(ORIGIN).sign(signed(7).note().text());
            WitnessAnswer answer = add(0, ConsistencyProof.empty(), signed(7).with(List.of(unknown)));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(latest().body()).isEqualTo(signed(7).format() + answer.body());
        }
    }

    @Nested
    class Refuses {

        @Test
        void unknownOriginsWith404() {
            SignedCheckpoint other = SignedCheckpoint.sign(Checkpoint.of("example.com/other", tree.head(7)), signer);

            assertThat(add(0, ConsistencyProof.empty(), other).status()).isEqualTo(404);
            assertThat(latest().status()).isEqualTo(404);
        }

        @Test
        void untrustedOrWrongSignaturesWith403() {
            Checkpoint checkpoint = Checkpoint.of(ORIGIN, tree.head(7));
            SignedCheckpoint untrusted = SignedCheckpoint.sign(checkpoint, NoteSigner.generate(ORIGIN));
            SignedCheckpoint wrong = SignedCheckpoint.parse(signed(7).format().replace("\n7\n", "\n8\n"));

            assertThat(add(0, ConsistencyProof.empty(), untrusted).status()).isEqualTo(403);
            assertThat(add(0, ConsistencyProof.empty(), wrong).status()).isEqualTo(403);
        }

        @Test
        void anOldSizeAboveTheCheckpointWith400() {
            assertThat(add(8, 7).status()).isEqualTo(400);
        }

        @Test
        void anotherOldSizeWith409AndItsOwn() {
            assertThat(add(3, 7)).isEqualTo(new WitnessAnswer(409, "text/x.tlog.size", "0\n"));
            add(0, 7);
            assertThat(add(0, 9)).isEqualTo(new WitnessAnswer(409, "text/x.tlog.size", "7\n"));
            assertThat(add(0, 3)).isEqualTo(new WitnessAnswer(409, "text/x.tlog.size", "7\n"));
        }

        @Test
        void inconsistentTreesWith422() {
            SignedCheckpoint fork =
                    SignedCheckpoint.sign(Checkpoint.of(ORIGIN, new TreeHead(7, tree.root(1, 8))), signer);
            SignedCheckpoint notEmpty =
                    SignedCheckpoint.sign(Checkpoint.of(ORIGIN, new TreeHead(0, tree.root(0, 8))), signer);
            ConsistencyProof proof = new ConsistencyProof(tree.consistency(3, 7));

            assertThat(add(0, proof, signed(7)).status()).isEqualTo(422);
            assertThat(add(0, ConsistencyProof.empty(), notEmpty).status()).isEqualTo(422);
            add(0, 3);
            assertThat(add(3, proof, fork).status()).isEqualTo(422);
            assertThat(add(3, ConsistencyProof.empty(), signed(7)).status()).isEqualTo(422);
            assertThat(add(3, proof, signed(3)).status()).isEqualTo(422);
            add(3, 7);
            assertThat(add(7, ConsistencyProof.empty(), fork).status()).isEqualTo(422);
            assertThat(latest().body()).startsWith(ORIGIN + "\n7\n" + tree.root(0, 7));
        }

        @Test
        void whatIsNoRequestWith400() {
            String checkpoint = signed(7).format();
            String hash = TreeHashing.empty() + "\n";

            assertThat(List.of(
                            "",
                            checkpoint,
                            "old 0\n" + checkpoint,
                            "old 00\n\n" + checkpoint,
                            "old -1\n\n" + checkpoint,
                            "old\n\n" + checkpoint,
                            "old 1\nnot Base64\n\n" + checkpoint,
                            "old 1\n" + hash.repeat(64) + "\n" + checkpoint,
                            "old 0\n\n" + checkpoint.replace("\n7\n", "\n07\n"),
                            "old 0\n\n" + checkpoint.substring(0, checkpoint.indexOf("\n\n") + 1)))
                    .allSatisfy(body -> assertThat(add(body).status()).isEqualTo(400));
            assertThat(add("old 0\n\n" + checkpoint).status()).isEqualTo(200);
        }
    }

    @Test
    void theExampleOfTheSpecificationIsARequest() {
        String example = """
                old 20852014
                PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
                jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
                5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
                /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
                """;
        AddCheckpoint request = AddCheckpoint.parse(example.getBytes(UTF_8));

        assertThat(request.oldSize()).isEqualTo(20_852_014);
        assertThat(request.proof().hashes()).hasSize(4);
        assertThat(request.format()).isEqualTo(example.getBytes(UTF_8));
    }

    @Nested
    class Remembers {

        @Test
        void whatItCosignedBeforeARestart() {
            add(0, 7);
            WitnessAnswer before = latest();
            witness = open(log);

            assertThat(latest()).isEqualTo(before);
            assertThat(add(0, 9).status()).isEqualTo(409);
            assertThat(add(7, 9).status()).isEqualTo(200);
        }

        @Test
        void onlyWhatIsItsOwn() throws IOException {
            add(0, 7);
            Path file = directory.resolve("witness").resolve(WitnessState.originHash(ORIGIN) + ".checkpoint");
            String kept = Files.readString(file);
            Files.writeString(file, kept.replace("\n7\n", "\n6\n"));
            assertRefused(Verdict.BAD_SIGNATURE, () -> open(log));
            Files.writeString(file, signed(7).format());
            assertRefused(Verdict.NO_TRUSTED_SIGNATURE, () -> open(log));
            Files.writeString(file, "");
            assertRefused(Verdict.MALFORMED, () -> open(log));
            Files.writeString(file, kept.replace(ORIGIN + "\n7", "example.com/other\n7"));
            assertRefused(Verdict.OTHER_LOG, () -> open(log));
        }

        @Test
        void orDoesNotAnswer() throws IOException {
            add(0, 7);
            Files.move(directory.resolve("witness"), directory.resolve("gone"));

            assertThatThrownBy(() -> add(7, 9)).isInstanceOf(UncheckedIOException.class);
            Files.move(directory.resolve("gone"), directory.resolve("witness"));
            assertThat(add(7, 8).status()).isEqualTo(200);
        }

        @Test
        void oneOfManyAtATime() {
            add(0, 1);
            long cosigned = IntStream.rangeClosed(2, 49)
                    .parallel()
                    .filter(size -> add(1, size).status() == 200)
                    .count();

            assertThat(cosigned).isEqualTo(1);
        }

        @Test
        void eachLogOnItsOwn() {
            NoteSigner other = NoteSigner.generate("example.com/other");
            witness = open(log, new TrustedLog("example.com/other", List.of(other.verifier())));
            add(0, 7);
            SignedCheckpoint first = SignedCheckpoint.sign(Checkpoint.of("example.com/other", tree.head(3)), other);

            assertThat(add(0, ConsistencyProof.empty(), first).status()).isEqualTo(200);
            assertThat(add(7, 8).status()).isEqualTo(200);
        }
    }
}
