package io.jiayou.archive.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.damage.DamagedFolder;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.RememberedHead;
import io.jiayou.archive.sample.GrowingHistory;
import io.jiayou.archive.sample.SampleArchive;
import io.jiayou.archive.target.FolderTarget;
import io.jiayou.archive.target.StoredFile;
import io.jiayou.archive.verify.Finding;
import io.jiayou.archive.verify.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiverTest {

    @TempDir
    private Path directory;

    private SampleArchive archive;

    @BeforeEach
    void nothingYet() throws IOException {
        archive = new SampleArchive(directory, "written").pace(Duration.ofSeconds(60), 1_000_000);
    }

    private long segments() throws IOException {
        return archive.target.list(FileNames.SEGMENTS).stream()
                .map(StoredFile::name)
                .filter(name -> name.endsWith(".note"))
                .count();
    }

    @Test
    void waitsAMinuteForMoreEvents() throws IOException {
        Archiver archiver = archive.archiver();
        archive.history.grow(3);

        archiver.advance();
        archive.now = archive.now.plusSeconds(59);
        archiver.advance();
        long before = segments();
        Progress waiting = archiver.progress();
        archive.now = archive.now.plusSeconds(1);
        archiver.advance();

        assertThat(before).isZero();
        assertThat(waiting.behind()).isEqualTo(3);
        assertThat(waiting.waiting()).isEqualTo(Duration.ofSeconds(59));
        assertThat(segments()).isEqualTo(1);
        assertThat(archiver.progress().behind()).isZero();
        assertThat(archiver.progress().waiting()).isEqualTo(Duration.ZERO);
    }

    @Test
    void doesNotWaitOnceASegmentIsFull() throws IOException {
        archive.pace(Duration.ofSeconds(60), 4_000);
        Archiver archiver = archive.archiver();
        archive.history.grow(100);

        archiver.advance();

        assertThat(segments()).isGreaterThan(3);
        assertThat(archiver.progress().behind()).isLessThan(30);
    }

    @Test
    void writesNothingWithoutNewEvents() throws IOException {
        Archiver archiver = archive.archiver();
        archive.history.grow(5);
        archiver.flush();

        archiver.flush();
        archive.now = archive.now.plusSeconds(1_000);
        archiver.advance();

        assertThat(segments()).isEqualTo(1);
    }

    @Test
    void anEmptyLogHasAnArchiveToo() throws IOException {
        archive.archiver().flush();

        assertThat(archive.opened(Known.nothing())).matches(Finding::holds);
    }

    @Test
    void goesOnWhereAnotherProcessEnded() throws IOException {
        archive.history.grow(10);
        archive.archiver().flush();
        archive.history.grow(10);
        archive.archiver().flush();

        Finding finding = archive.opened(Known.nothing());
        assertThat(finding).matches(Finding::holds);
        assertThat(finding.events()).isEqualTo(20);
    }

    @Test
    void goesOnAfterACrashBetweenASegmentAndTheHead() throws IOException {
        archive.history.grow(10);
        Archiver archiver = archive.archiver();
        archiver.flush();
        byte[] head = Files.readAllBytes(archive.folder.resolve(FileNames.HEAD));
        byte[] memory = Files.readAllBytes(archive.memory);
        archive.history.grow(10);
        archiver.flush();
        Files.write(archive.folder.resolve(FileNames.HEAD), head);
        Files.write(archive.memory, memory);

        archive.history.grow(10);
        archive.archiver().flush();

        assertThat(archive.opened(Known.nothing()).events()).isEqualTo(30);
    }

    @Test
    void sealsALinesFileOnceHoweverOftenItsNoteFails() throws IOException {
        FailingTarget target = new FailingTarget(archive.target);
        Archiver archiver = archive.archiver(target, archive.memory);
        archiver.flush();
        archive.history.grow(10);

        for (int attempt = 0; attempt < 5; attempt++) {
            target.failAfter(1);
            assertThatThrownBy(archiver::flush).isInstanceOf(IOException.class);
            archive.history.grow(1);
        }
        List<StoredFile> withoutNote = archive.target.list(FileNames.SEGMENTS);
        target.works();
        archiver.flush();

        assertThat(withoutNote).hasSize(1);
        assertThat(archive.target.list(FileNames.SEGMENTS)).hasSize(4).contains(withoutNote.getFirst());
        assertThat(archive.opened(Known.nothing()).events()).isEqualTo(15);
    }

    @Test
    void ofTwoAtOnceTheSecondIsToldSo() throws IOException {
        Archiver first = archive.archiver();
        Archiver second = archive.archiver(archive.target, directory.resolve("other.head"));
        archive.history.grow(10);
        first.flush();
        second.flush();
        archive.history.grow(10);
        first.flush();

        assertRefused(second::flush, ArchiveVerdict.TAKEN);
        assertRefused(second::advance, ArchiveVerdict.TAKEN);
        assertThat(second.progress().verdict()).isEqualTo(ArchiveVerdict.TAKEN);
        first.flush();
        assertThat(first.progress().verdict()).isNull();
        assertThat(archive.opened(Known.nothing())).matches(Finding::holds);
    }

    @Test
    void goesOnOnceItIsToldThatTheOtherIsGone() throws IOException {
        Archiver second = archive.archiver(archive.target, directory.resolve("other.head"));
        archive.history.grow(10);
        second.flush();
        archive.history.grow(10);
        archive.archiver().flush();
        archive.history.grow(10);
        assertRefused(second::flush, ArchiveVerdict.TAKEN);

        second.reopen();
        second.flush();

        assertThat(archive.opened(Known.nothing()).events()).isEqualTo(30);
    }

    @Test
    void doesNotContinueAnArchiveThatWentBack() throws IOException {
        archive.history.grow(10);
        archive.archiver().flush();
        Map<String, byte[]> before = DamagedFolder.stateOf(archive.folder);
        archive.history.grow(10);
        archive.archiver().flush();
        for (String file : DamagedFolder.stateOf(archive.folder).keySet()) {
            Files.delete(archive.folder.resolve(file));
        }
        for (Map.Entry<String, byte[]> each : before.entrySet()) {
            Files.write(archive.folder.resolve(each.getKey()), each.getValue());
        }

        assertRefused(() -> archive.archiver().flush(), ArchiveVerdict.ROLLED_BACK);
    }

    @Test
    void doesNotBeginAnewWhereAnArchiveWas() throws IOException {
        archive.history.grow(10);
        archive.archiver().flush();
        for (String file : DamagedFolder.stateOf(archive.folder).keySet()) {
            Files.delete(archive.folder.resolve(file));
        }

        assertRefused(() -> archive.archiver().flush(), ArchiveVerdict.ROLLED_BACK);
    }

    @Test
    void archivesNoEventThatTheLogHasNotSigned() throws IOException {
        archive.history.grow(10);
        archive.history.falsify(7);

        assertRefused(() -> archive.archiver().flush(), ArchiveVerdict.BAD_TREE);
        assertThat(segments()).isZero();
    }

    @Test
    void doesNotContinueWithAnOlderStore() throws IOException {
        archive.history.grow(10);
        archive.archiver().flush();
        GrowingHistory other = new GrowingHistory("written").grow(4);
        Archiver archiver = new Archiver(
                archive.target,
                new ArchiveSource(other, other),
                archive.keys(),
                Pace.usual(),
                archive.memory,
                () -> archive.now);

        assertRefused(archiver::flush, ArchiveVerdict.BAD_TREE);
    }

    @Test
    void aTargetThatFailsGetsWhatItLacksLater() throws IOException {
        FailingTarget failing = new FailingTarget(archive.target);
        Archiver archiver = archive.archiver(failing, archive.memory);
        archive.history.grow(10);
        archiver.flush();
        archive.history.grow(10);

        for (int after = 0; after < 4; after++) {
            failing.failAfter(after);
            assertThatThrownBy(archiver::flush).isInstanceOf(IOException.class);
            assertThat(archiver.progress().lastError()).isEqualTo("the disk is gone");
            archive.history.grow(1);
        }
        failing.works();
        archiver.flush();

        assertThat(archiver.progress().lastError()).isNull();
        assertThat(archiver.progress().verdict()).isNull();
        assertThat(archive.opened(Known.of(RememberedHead.read(
                                archive.memory, archive.trust().archive())))
                        .events())
                .isEqualTo(24);
    }

    @Test
    void oneFailingTargetHoldsUpNoOther() throws Exception {
        FailingTarget failing = new FailingTarget(FolderTarget.open("failing", directory.resolve("failing")));
        failing.failAfter(0);
        archive.pace(Duration.ZERO, 1_000_000);
        Archiver one = archive.archiver(failing, directory.resolve("failing.head"));
        Archiver other = archive.archiver();
        archive.history.grow(10);

        assertThatThrownBy(one::advance).isInstanceOf(IOException.class);
        other.advance();
        assertThat(one.progress().lastError()).isNotNull();
        assertThat(List.of(one, other))
                .extracting(archiver -> archiver.progress().events())
                .containsExactly(-1L, 10L);

        failing.works();
        one.advance();
        assertThat(one.progress().events()).isEqualTo(10);
    }

    private static void assertRefused(ThrowingCallable work, ArchiveVerdict verdict) {
        assertThatThrownBy(work).asInstanceOf(type(ArchiveException.class)).returns(verdict, ArchiveException::verdict);
    }
}
