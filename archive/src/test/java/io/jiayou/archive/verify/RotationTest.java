package io.jiayou.archive.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.Handover;
import io.jiayou.archive.manifest.RememberedHead;
import io.jiayou.archive.manifest.SegmentManifest;
import io.jiayou.archive.manifest.SignedJson;
import io.jiayou.archive.manifest.Signers;
import io.jiayou.archive.restore.Restore;
import io.jiayou.archive.restore.Until;
import io.jiayou.archive.sample.MemorySink;
import io.jiayou.archive.sample.SampleArchive;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.target.FolderTarget;
import io.jiayou.archive.target.Target;
import io.jiayou.archive.write.ArchiveKeys;
import io.jiayou.archive.write.ArchiveSource;
import io.jiayou.archive.write.Archiver;
import io.jiayou.archive.write.Pace;
import io.jiayou.transparency.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive whose signing key and whose recipient were exchanged in its middle. */
class RotationTest {

    private static final Pace PACE = new Pace(Duration.ofSeconds(60), 4_000, null);

    @TempDir
    private Path directory;

    private SampleArchive archive;
    private long before;
    private final NoteSigner newSigner = NoteSigner.generate("sample.example/archive");
    private final AgeIdentity newIdentity = AgeIdentity.generate();

    @BeforeEach
    void exchangeBothKeys() throws IOException {
        archive = new SampleArchive(directory, "rotated").fill();
        before = archive.opened(Known.nothing()).segments();
        Archiver archiver = writer(archive.target, archive.memory);
        archive.history.grow(30);
        archive.takeSet(archiver, "three");
    }

    private ArchiveKeys newKeys() {
        return new ArchiveKeys(
                newSigner,
                List.of(newIdentity.recipient()),
                List.of(archive.signer.verifier()),
                List.of(Handover.note(0, archive.signer, newSigner.verifier())));
    }

    private Archiver writer(Target target, Path memory) {
        return new Archiver(
                target,
                new ArchiveSource(archive.history, archive.history),
                newKeys(),
                PACE,
                memory,
                () -> archive.now);
    }

    private Finding verified(Signers believed, AgeIdentity... identities) {
        return verified(archive.target, believed, identities);
    }

    private Finding verified(Target target, Signers believed, AgeIdentity... identities) {
        Trust trust = new Trust(believed, archive.history.log());
        return new ArchiveVerifier(target, trust, Known.nothing(), List.of(identities), () -> archive.now).verify();
    }

    private Signers old() {
        return Signers.of(archive.signer.verifier());
    }

    @Test
    void whoBelievesTheOldKeyLearnsOfTheNewOneAndVerifiesAllOfIt() throws IOException {
        Finding finding = verified(old(), archive.identity, newIdentity);

        assertThat(finding).matches(Finding::holds);
        assertThat(finding.head())
                .isEqualTo(archive.history.newest().unverified().head());
        assertThat(verified(old().followedBy(newSigner.verifier()))).matches(Finding::holds);
        assertThat(RememberedHead.read(archive.memory, Handovers.follow(archive.target, old())))
                .isNotNull();
    }

    @Test
    void whoBelievesTheNewKeyAloneIsToldOfTheOldOne() {
        assertThat(verified(Signers.of(newSigner.verifier())).verdict()).isEqualTo(ArchiveVerdict.WRONG_KEY);
    }

    @Test
    void theOldIdentityOpensWhatWasArchivedBeforeAndNothingAfterIt() {
        Finding finding = verified(old(), archive.identity);

        assertThat(finding.verdict()).isEqualTo(ArchiveVerdict.WRONG_IDENTITY);
        assertThat(finding.place().file()).contains("attachments/000002/");
        assertThat(verified(old(), newIdentity).place().file()).contains("attachments/000000/");
        assertThat(verified(old())).as("closed").matches(Finding::holds);
    }

    @Test
    void bothIdentitiesRestoreAllOfIt() throws IOException {
        MemorySink sink = new MemorySink();
        Trust trust = new Trust(old(), archive.history.log());

        var restored = new Restore(
                        archive.target,
                        trust,
                        Known.nothing(),
                        List.of(archive.identity, newIdentity),
                        () -> archive.now)
                .run(sink, new Until.Everything(), events -> {});

        assertThat(restored.head())
                .isEqualTo(archive.history.newest().unverified().head());
        assertThat(sink.size()).isEqualTo(archive.history.size());
    }

    @Test
    void anArchiveThatBeginsAfterItTellsTheOldKitToo() throws IOException {
        Target other = FolderTarget.open("other", directory.resolve("other"));
        writer(other, directory.resolve("other.head")).flush();

        assertThat(verified(other, old(), newIdentity)).matches(Finding::holds);
    }

    @Test
    void theOldKeySignsNothingAfterTheNewOne() throws IOException {
        Path last = archive.folder.resolve(FileNames.segment(
                verified(old().followedBy(newSigner.verifier())).segments() - 1));
        var place = io.jiayou.archive.Place.of("folder", last.toString());
        SegmentManifest manifest = SignedJson.read(
                Files.readAllBytes(last), SegmentManifest.class, SegmentManifest.KIND, newSigner.verifier(), place);
        assertThat(manifest.number()).isGreaterThan(before);
        Files.write(last, SignedJson.sign(manifest, archive.signer));

        Finding finding = verified(old(), archive.identity, newIdentity);

        assertThat(finding.verdict()).isEqualTo(ArchiveVerdict.WRONG_KEY);
        assertThat(finding.detail()).contains("a former key");
    }

    @Test
    void theOldKeyNamesNobodyElseOnceAnotherHasTakenOver() throws IOException {
        NoteSigner thief = NoteSigner.generate("sample.example/archive");
        Files.write(archive.folder.resolve(FileNames.handover(1)), Handover.note(1, archive.signer, thief.verifier()));

        Finding finding = verified(old(), archive.identity, newIdentity);

        assertThat(finding.verdict()).isEqualTo(ArchiveVerdict.WRONG_KEY);
        assertThat(finding.place().file()).isEqualTo(FileNames.handover(1));
    }

    @Test
    void theNewKeyNamesTheNextOne() throws IOException {
        NoteSigner third = NoteSigner.generate("sample.example/archive");
        Files.write(archive.folder.resolve(FileNames.handover(1)), Handover.note(1, newSigner, third.verifier()));

        assertThat(Handovers.follow(archive.target, old()).keys())
                .containsExactly(archive.signer.verifier(), newSigner.verifier(), third.verifier());
        assertThat(verified(old(), archive.identity, newIdentity)).matches(Finding::holds);
    }

    @Test
    void anAlteredHandoverIsNamed() throws IOException {
        Path handover = archive.folder.resolve(FileNames.handover(0));
        Files.writeString(handover, Files.readString(handover).replace("\"number\":0", "\"number\":1"));

        Finding finding = verified(old(), archive.identity, newIdentity);

        assertThat(finding.verdict()).isEqualTo(ArchiveVerdict.ALTERED);
        assertThat(finding.place().file()).isEqualTo(FileNames.handover(0));
    }

    @Test
    void withoutItsHandoverOnlyAKitWithBothKeysVerifiesIt() throws IOException {
        Files.delete(archive.folder.resolve(FileNames.handover(0)));

        assertThat(verified(old()).verdict()).isEqualTo(ArchiveVerdict.WRONG_KEY);
        assertThat(verified(old().followedBy(newSigner.verifier()))).matches(Finding::holds);
    }
}
