package io.jiayou.archive.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.Place;
import io.jiayou.transparency.Note;
import io.jiayou.transparency.NoteSigner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedJsonTest {

    private static final String TEXT =
            "{\"archive\":\"0a\",\"created\":\"2026-11-01T00:00:00Z\",\"format\":1,\"kind\":\"archive\",\"log\":\"l\"}\n";

    private final NoteSigner signer = NoteSigner.generate("sample.example/archive");

    private ArchiveManifest read(String text) {
        byte[] note = Note.sign(text, signer).format().getBytes(StandardCharsets.UTF_8);
        return SignedJson.read(
                note, ArchiveManifest.class, ArchiveManifest.KIND, signer.verifier(), Place.of("here", "archive.note"));
    }

    private void assertRefused(String text, ArchiveVerdict verdict) {
        assertThatThrownBy(() -> read(text))
                .as(text)
                .asInstanceOf(type(ArchiveException.class))
                .returns(verdict, ArchiveException::verdict)
                .returns("archive.note", e -> e.place().file());
    }

    @Test
    void writesMembersSortedAndWithoutWhiteSpace() {
        ArchiveManifest manifest = new ArchiveManifest("0a", "2026-11-01T00:00:00Z", "l");

        String note = new String(SignedJson.sign(manifest, signer), StandardCharsets.UTF_8);

        assertThat(note).startsWith(TEXT + "\n\u2014 sample.example/archive ");
        assertThat(read(TEXT)).isEqualTo(manifest);
    }

    @Test
    void sortsTheMembersOfEveryStatement() {
        SegmentManifest segment = new SegmentManifest(
                "a",
                "c\n",
                1,
                "f",
                "t",
                1,
                "segment",
                "t",
                1,
                0,
                2,
                "p",
                0,
                "q",
                List.of("age1"),
                3,
                "s",
                List.of("h"));
        SealedAttachment attachment = new SealedAttachment("f", "", AttachmentKind.FILE, "n", 1, "p", 2, "s");
        SetManifest set =
                new SetManifest("a", List.of(attachment), "", 0, 1, "set", -1, "l", 0, "p", List.of("age1"), "t");

        for (Object statement : List.of(
                segment, set, new ArchiveHead("a", 0, -1, "x", -1, "y"), new PrunedSet("a", 0, "t", "s", "b", "r"))) {
            String text = new String(SignedJson.sign(statement, signer), StandardCharsets.UTF_8);
            List<String> members = java.util.regex.Pattern.compile("\"([a-zA-Z0-9]+)\":")
                    .matcher(text.replaceAll("\\[\\{.*?\\}\\]", "[]"))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(members).as(text).isSorted().hasSizeGreaterThan(5);
        }
    }

    @Test
    void refusesWhatOnlyMeansTheSame() {
        assertRefused(TEXT.replace(",", ", "), ArchiveVerdict.ALTERED);
        assertRefused(TEXT.replace("\"l\"", "\"\\u006c\""), ArchiveVerdict.ALTERED);
        assertRefused(
                TEXT.replace("{\"archive\":\"0a\",", "{").replace("}", ",\"archive\":\"0a\"}"), ArchiveVerdict.ALTERED);
        assertRefused(TEXT + "\n", ArchiveVerdict.ALTERED);
    }

    @Test
    void refusesMembersThatAreTooManyTooFewOrNull() {
        assertRefused(TEXT.replace("}", ",\"more\":1}"), ArchiveVerdict.ALTERED);
        assertRefused(TEXT.replace(",\"log\":\"l\"", ""), ArchiveVerdict.ALTERED);
        assertRefused(TEXT.replace("\"l\"", "null"), ArchiveVerdict.ALTERED);
        assertRefused(TEXT.replace("\"l\"", "7"), ArchiveVerdict.ALTERED);
    }

    @Test
    void refusesWhatIsNoJson() {
        assertRefused("archive\n", ArchiveVerdict.ALTERED);
        assertRefused("[]\n", ArchiveVerdict.SWAPPED);
    }

    @Test
    void tellsAnotherKindAndANewerFormat() {
        assertRefused(TEXT.replace("\"archive\",", "\"head\","), ArchiveVerdict.SWAPPED);
        assertRefused(TEXT.replace("\"format\":1", "\"format\":2,\"future\":{}"), ArchiveVerdict.NEWER_FORMAT);
    }
}
