package io.jiayou.transparency;

import static io.jiayou.transparency.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

    private static final String TEXT = "A text.\n\nOf two parts.\n";
    private static final String LINE = "\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1T\n";

    /** The examples of the signed-note specification. */
    @Nested
    class Examples {

        private static final String VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
        private static final String NOTE = """
                This is an example message.

                — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
                """;

        @Test
        void isVerifiedByItsKey() {
            NoteVerifier verifier = NoteVerifier.parse(VKEY);
            Note note = Note.parse(NOTE);

            assertThat(note.text()).isEqualTo("This is an example message.\n");
            assertThat(note.verify(List.of(verifier))).containsExactly(verifier.key());
            assertThat(note.format()).isEqualTo(NOTE);
            assertThat(verifier.key().vkey()).isEqualTo(VKEY);
            assertThat(verifier.key().id()).isEqualTo(0x530d903a);
        }

        @Test
        void isRefusedWithAnyOtherText() {
            Note changed = Note.parse(NOTE.replace("an example", "no example"));

            assertRefused(Verdict.BAD_SIGNATURE, () -> changed.verify(List.of(NoteVerifier.parse(VKEY))));
        }

        @Test
        void mayHaveEmptyLinesInItsText() {
            String poem = """
                    Ognuno sta solo sul cuor della terra
                    trafitto da un raggio di sole:

                    ed è subito sera.

                    — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
                    """;
            Note note = Note.parse(poem);

            assertThat(note.text()).endsWith(":\n\ned è subito sera.\n");
            assertThat(note.signatures()).hasSize(1);
            assertThat(note.format()).isEqualTo(poem);
        }
    }

    @Nested
    class Verifying {

        private final NoteSigner log = NoteSigner.generate("example.com/log");
        private final NoteSigner other = NoteSigner.generate("example.com/log");

        @Test
        void ignoresOtherKeysEvenOfTheSameName() {
            Note note = Note.sign(TEXT, other, log);

            assertThat(note.verify(List.of(log.verifier())))
                    .containsExactly(log.pair().key());
            assertThat(note.verify(List.of(log.verifier(), other.verifier()))).hasSize(2);
        }

        @Test
        void needsATrustedKey() {
            Note note = Note.sign(TEXT, other);

            assertRefused(Verdict.NO_TRUSTED_SIGNATURE, () -> note.verify(List.of(log.verifier())));
            assertRefused(Verdict.NO_TRUSTED_SIGNATURE, () -> note.verify(List.of()));
        }

        @Test
        void refusesTheWholeNoteForOneWrongSignatureOfATrustedKey() {
            NoteSignature wrong = log.sign("Another text.\n");
            Note note = Note.sign(TEXT, log, other).with(List.of(wrong));

            assertRefused(Verdict.BAD_SIGNATURE, () -> note.verify(List.of(other.verifier(), log.verifier())));
            assertThat(note.verify(List.of(other.verifier()))).hasSize(1);
        }

        @Test
        void refusesEveryChangedBitOfASignature() {
            NoteSignature right = log.sign(TEXT);
            for (int bit = 0; bit < 512; bit++) {
                byte[] bytes = right.bytes().clone();
                bytes[bit / 8] ^= (byte) (1 << bit % 8);
                Note note = new Note(TEXT, List.of(new NoteSignature(right.name(), right.keyId(), bytes)));
                assertRefused(Verdict.BAD_SIGNATURE, () -> note.verify(List.of(log.verifier())));
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 63, 65})
        void refusesSignaturesOfAnotherLength(int length) {
            NoteSignature right = log.sign(TEXT);
            Note note = new Note(TEXT, List.of(new NoteSignature(right.name(), right.keyId(), new byte[length])));

            assertRefused(Verdict.BAD_SIGNATURE, () -> note.verify(List.of(log.verifier())));
        }
    }

    @Nested
    class Parsing {

        @Test
        void givesBackWhatWasSigned() {
            Note note = Note.sign(TEXT, NoteSigner.generate("é-è"), NoteSigner.generate("加油"));

            assertThat(Note.parse(note.format()).format()).isEqualTo(note.format());
            assertThat(Note.parse(note.format().getBytes(UTF_8)).text()).isEqualTo(TEXT);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "\n",
                    "\n\n",
                    "a text\n",
                    "a text\n\n",
                    "a text" + LINE,
                    "a text\n" + LINE,
                    "\n" + LINE,
                    "a text\n\n" + LINE + "\n",
                    "a text\n\n" + LINE + "more\n",
                    "a text\n\n- example.com/foo Uw2QOkn8srV1yJGh2VYRlL1T\n",
                    "a text\n\n\u2014 Uw2QOkn8srV1yJGh2VYRlL1T\n",
                    "a text\n\n\u2014  Uw2QOkn8srV1yJGh2VYRlL1T\n",
                    "a text\n\n\u2014 a b Uw2QOkn8srV1yJGh2VYRlL1T\n",
                    "a text\n\n\u2014 a\u00a0b Uw2QOkn8srV1yJGh2VYRlL1T\n",
                    "a text\n\n\u2014 a\u0085b Uw2QOkn8srV1yJGh2VYRlL1T\n",
                    "a text\n\n\u2014 a\u2028b Uw2QOkn8srV1yJGh2VYRlL1T\n",
                    "a text\n\n\u2014 a+b Uw2QOkn8srV1yJGh2VYRlL1T\n",
                    "a text\n\n\u2014 a Uw2QOg==\n",
                    "a text\n\n\u2014 a Uw2QOkn8srV1yJGh2VYRlL1\n",
                    "a text\n\n\u2014 a Uw2QOkn8srV1yJGh2VYRlL1T",
                    "a\ttext\n\n" + LINE,
                    "a\rtext\n\n" + LINE,
                    "a \u0000 text\n\n" + LINE,
                    "a \ud800 text\n\n" + LINE
                })
        void refusesOtherForms(String note) {
            assertRefused(Verdict.MALFORMED, () -> Note.parse(note));
        }

        @Test
        void refusesInvalidUtf8() {
            byte[] note = ("a text\n\n" + LINE).getBytes(UTF_8);
            Note.parse(note);
            note[0] = (byte) 0xff;

            assertRefused(Verdict.MALFORMED, () -> Note.parse(note));
        }

        @Test
        void accepts64SignaturesAnd1MiBAndNoMore() {
            String sixtyFour = "a text\n\n" + LINE.repeat(64);
            assertThat(Note.parse(sixtyFour).signatures()).hasSize(64);
            assertRefused(Verdict.MALFORMED, () -> Note.parse(sixtyFour + LINE));
            assertRefused(Verdict.MALFORMED, () -> Note.parse("a".repeat(Note.LONGEST) + "\n\n" + LINE));
        }

        @Test
        void leavesOutASignatureThatIsThere() {
            NoteSigner log = NoteSigner.generate("log");
            Note note = Note.sign(TEXT, log);

            assertThat(note.with(List.of(log.sign(TEXT))).format()).isEqualTo(note.format());
        }
    }

    @Nested
    class Keys {

        @Test
        void areKeptAsText() {
            NoteKeyPair pair = NoteKeyPair.generate("example.com/log", KeyType.NOTE);
            String text = pair.secretText();
            NoteKeyPair again = NoteKeyPair.parse(text);

            assertThat(text)
                    .startsWith(pair.key().vkey() + "\n-----BEGIN PRIVATE KEY-----\n")
                    .endsWith("-----END PRIVATE KEY-----\n");
            assertThat(again.key()).isEqualTo(pair.key());
            assertThat(pair).hasToString(pair.key().vkey());
            Note.sign(TEXT, NoteSigner.of(again)).verify(List.of(new NoteVerifier(pair.key())));
        }

        @Test
        void ofTwoPairsDontMix() {
            String one = NoteKeyPair.generate("a", KeyType.NOTE).secretText();
            String other = NoteKeyPair.generate("a", KeyType.NOTE).secretText();
            String mixed = one.substring(0, one.indexOf('\n')) + other.substring(other.indexOf('\n'));

            assertRefused(Verdict.MALFORMED, () -> NoteKeyPair.parse(mixed));
            assertRefused(Verdict.MALFORMED, () -> NoteKeyPair.parse(one + "\n"));
            assertRefused(Verdict.MALFORMED, () -> NoteKeyPair.parse(""));
        }

        @Test
        void areOfOneType() {
            NoteKeyPair witness = NoteKeyPair.generate("w", KeyType.COSIGNATURE);
            NoteKeyPair log = NoteKeyPair.generate("l", KeyType.NOTE);

            assertRefused(Verdict.MALFORMED, () -> NoteSigner.of(witness));
            assertRefused(Verdict.MALFORMED, () -> new NoteVerifier(witness.key()));
            assertRefused(Verdict.MALFORMED, () -> Cosigner.of(log));
            assertRefused(Verdict.MALFORMED, () -> new CosignatureVerifier(log.key()));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "example.com/foo",
                    "example.com/foo+530d903a",
                    "example.com/foo+530d903a+",
                    "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                    "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                    "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                    "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                    "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U0=",
                    "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
                })
        void inOtherFormsAreRefused(String vkey) {
            assertRefused(Verdict.MALFORMED, () -> NoteKey.parse(vkey));
        }

        @Test
        void haveIdsThatDependOnNameTypeAndKey() {
            byte[] raw = Ed25519.raw(Ed25519.generate().getPublic());

            assertThat(NoteKey.of("a", KeyType.NOTE, raw).id())
                    .isNotEqualTo(NoteKey.of("b", KeyType.NOTE, raw).id())
                    .isNotEqualTo(NoteKey.of("a", KeyType.COSIGNATURE, raw).id());
        }
    }
}
