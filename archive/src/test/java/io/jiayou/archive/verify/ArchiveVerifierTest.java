package io.jiayou.archive.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.manifest.ArchiveHead;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.RememberedHead;
import io.jiayou.archive.sample.GrowingHistory;
import io.jiayou.archive.sample.SampleArchive;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.target.Target;
import io.jiayou.transparency.Note;
import io.jiayou.transparency.NoteSigner;
import io.jiayou.transparency.SignedCheckpoint;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveVerifierTest {

    @TempDir
    private Path directory;

    private SampleArchive archive;

    @BeforeEach
    void anArchive() throws IOException {
        archive = new SampleArchive(directory.resolve("one"), "one").fill();
    }

    @Test
    void holdsForWhatWasWrittenOpenOrClosed() {
        Finding closed = archive.closed(Known.nothing());
        Finding opened = archive.opened(Known.nothing());

        assertThat(closed).matches(Finding::holds);
        assertThat(opened).matches(Finding::holds);
        assertThat(opened.segments()).isGreaterThan(5);
        assertThat(opened.sets()).isEqualTo(2);
        assertThat(opened.head())
                .isEqualTo(archive.history.newest().unverified().head())
                .isEqualTo(closed.head());
    }

    /** A drill looks at an archive that is being written. */
    @Test
    void anArchiveThatGrowsWhileItIsListedHolds() {
        Target growing = afterEachListing(() -> {
            archive.history.grow(10);
            archive.takeSet(archive.archiver(), "meanwhile");
        });

        Finding finding = new ArchiveVerifier(
                        growing, archive.trust(), Known.nothing(), List.of(archive.identity), () -> archive.now)
                .verify();

        assertThat(finding).matches(Finding::holds);
        assertThat(finding.events()).isGreaterThanOrEqualTo(95);
    }

    private interface Growing {
        void grow() throws IOException;
    }

    private Target afterEachListing(Growing growing) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Object answer = method.invoke(archive.target, arguments);
            if (method.getName().equals("list") && arguments[0].equals("")) {
                growing.grow();
            }
            return answer;
        };
        return (Target) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Target.class}, handler);
    }

    @Test
    void anIdentityOfSomebodyElseOpensNothing() {
        Finding finding = new ArchiveVerifier(
                        archive.target,
                        archive.trust(),
                        Known.nothing(),
                        List.of(AgeIdentity.generate()),
                        () -> archive.now)
                .verify();

        assertThat(finding.verdict()).isEqualTo(ArchiveVerdict.WRONG_IDENTITY);
    }

    @Test
    void aKeyOfSomebodyElseHasSignedNothing() {
        Trust another = new Trust(NoteSigner.generate("sample.example/archive").verifier(), archive.history.log());

        assertThat(verify(another).verdict()).isEqualTo(ArchiveVerdict.WRONG_KEY);
    }

    @Test
    void aLogOfTheSameNameWithAnotherKeyIsNotBelieved() {
        Trust another = new Trust(archive.signer.verifier(), new GrowingHistory("forged").log());

        assertThat(verify(another).verdict()).isEqualTo(ArchiveVerdict.WRONG_KEY);
    }

    /** Who has the archive's key can make notes, but no checkpoint. */
    @Test
    void theHolderOfTheArchivesKeyForgesNoEvent() throws IOException {
        long last = archive.closed(Known.nothing()).segments() - 1;
        Forgery.ofLastSegment(archive, last);

        Finding closed = archive.closed(Known.nothing());
        Finding opened = archive.opened(Known.nothing());

        assertThat(closed).matches(Finding::holds);
        assertThat(opened.verdict()).isEqualTo(ArchiveVerdict.BAD_TREE);
        assertThat(opened.place().segment()).isEqualTo(last);
    }

    @Test
    void aNewerFormatIsNamedAsSuch() throws IOException {
        Path file = archive.folder.resolve(FileNames.segment(2));
        String text = Note.parse(Files.readAllBytes(file)).text().replace("\"format\":1", "\"format\":2");
        Files.writeString(file, Note.sign(text, archive.signer).format());

        Finding finding = archive.closed(Known.nothing());

        assertThat(finding.verdict()).isEqualTo(ArchiveVerdict.NEWER_FORMAT);
        assertThat(finding.place().segment()).isEqualTo(2);
    }

    @Test
    void aSegmentOfAnotherArchiveOfTheSameKeyIsMixedUp() throws IOException {
        Path file = archive.folder.resolve(FileNames.segment(3));
        String text = Note.parse(Files.readAllBytes(file)).text();
        int id = text.indexOf("\"archive\":\"") + 11;
        char other = text.charAt(id) == '0' ? '1' : '0';
        String forged = text.substring(0, id) + other + text.substring(id + 1);
        Files.writeString(file, Note.sign(forged, archive.signer).format());

        Finding finding = archive.closed(Known.nothing());

        assertThat(finding.verdict()).isEqualTo(ArchiveVerdict.MIXED_UP);
        assertThat(finding.place().segment()).isEqualTo(3);
    }

    @Test
    void swappedLinesAreToldFromRepeatedOnes() throws IOException {
        Path first = lines(1);
        Path second = lines(2);
        byte[] one = Files.readAllBytes(first);
        byte[] two = Files.readAllBytes(second);

        Files.write(first, two);
        Files.write(second, one);
        Finding swapped = archive.closed(Known.nothing());
        Files.write(second, two);
        Finding repeated = archive.closed(Known.nothing());

        assertThat(swapped.verdict()).isEqualTo(ArchiveVerdict.SWAPPED);
        assertThat(repeated.verdict()).isEqualTo(ArchiveVerdict.REPEATED);
        assertThat(repeated.place().segment()).isEqualTo(1);
        assertThat(repeated.place().position()).isPositive();
    }

    private Path lines(int segment) throws IOException {
        try (Stream<Path> files = Files.list(archive.folder.resolve("segments"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("00000000000" + segment + "-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aRollBackOfEverythingShowsOnlyToWhoRemembers() throws IOException {
        Map<Path, byte[]> before = files();
        archive.history.grow(20);
        archive.archiver().flush();
        ArchiveHead remembered =
                RememberedHead.read(archive.memory, archive.trust().archive());
        for (Path file : files().keySet()) {
            Files.delete(file);
        }
        for (Map.Entry<Path, byte[]> each : before.entrySet()) {
            Files.write(each.getKey(), each.getValue());
        }

        assertThat(archive.opened(Known.nothing())).matches(Finding::holds);
        assertThat(archive.opened(Known.of(remembered)).verdict()).isEqualTo(ArchiveVerdict.ROLLED_BACK);
        assertThat(archive.opened(witnessed(archive.history.newest())).verdict())
                .isEqualTo(ArchiveVerdict.ROLLED_BACK);
    }

    private Map<Path, byte[]> files() throws IOException {
        Map<Path, byte[]> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(archive.folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                all.put(file, Files.readAllBytes(file));
            }
        }
        return all;
    }

    @Test
    void aCheckpointFromElsewhereIsMetInTheMiddleOfASegment() {
        for (long size = 1; size <= archive.history.size(); size += 9) {
            assertThat(archive.opened(witnessed(archive.history.at(size)))).matches(Finding::holds);
        }
    }

    private static Known witnessed(SignedCheckpoint checkpoint) {
        return new Known(null, checkpoint);
    }

    @Test
    void keysMayBeGoneOnceTheirTimeIsOver() throws IOException {
        try (Stream<Path> keys = Files.walk(archive.folder.resolve("keys"))) {
            for (Path file : (Iterable<Path>) keys.filter(Files::isRegularFile)::iterator) {
                Files.delete(file);
            }
        }

        ArchiveVerdict early = archive.closed(Known.nothing()).verdict();
        archive.now = archive.now.plus(Duration.ofDays(8));

        assertThat(early).isEqualTo(ArchiveVerdict.MISSING);
        assertThat(archive.closed(Known.nothing())).matches(Finding::holds);
    }

    @Test
    void somethingAddedToANoteIsFound() throws IOException {
        Path file = archive.folder.resolve(FileNames.segment(1));
        Note note = Note.parse(Files.readAllBytes(file));
        Note more =
                note.with(Note.sign(note.text(), NoteSigner.generate("guest")).signatures());
        Files.write(file, more.format().getBytes(StandardCharsets.UTF_8));

        assertThat(archive.closed(Known.nothing()).verdict()).isEqualTo(ArchiveVerdict.ALTERED);
    }

    private Finding verify(Trust trust) {
        return new ArchiveVerifier(archive.target, trust, Known.nothing(), List.of(), () -> archive.now).verify();
    }
}
