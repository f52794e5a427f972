package io.jiayou.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.archive.restore.Restored;
import io.jiayou.archive.restore.Until;
import io.jiayou.archive.sample.SampleArchive;
import io.jiayou.archive.verify.Known;
import io.jiayou.archive.write.Archiver;
import io.jiayou.standalone.CheckpointAttachment;
import io.jiayou.standalone.IdentifierCheck;
import io.jiayou.standalone.Unfinished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever interrupts a restore, the same call goes on. */
class RestoredDirectoryTest {

    private static final String MARK = "restore.unfinished";

    @TempDir
    private Path directory;

    private SampleArchive archive;
    private Path data;

    @BeforeEach
    void anArchiveWithACheckpoint() throws IOException {
        archive = new SampleArchive(directory.resolve("sample"), "restored");
        data = directory.resolve("data");
        Archiver archiver = archive.archiver();
        archive.history.grow(20);
        archiver.takeSet(
                List.of(
                        SampleArchive.text(CheckpointAttachment.NAME, "documents"),
                        SampleArchive.text(IdentifierCheck.NAME, "check")),
                List.of());
    }

    private Restored restore() throws IOException {
        return new RestoredDirectory(archive.target, archive.trust(), Known.nothing(), List.of(archive.identity))
                .into(data, new Until.Everything(), done -> {});
    }

    @Test
    void goesOnAfterADraftOfItsMark() throws IOException {
        Files.createDirectory(data);
        Files.writeString(data.resolve(MARK + ".new"), "A rest");

        assertThat(restore().complete()).isTrue();
        assertThatCode(new Unfinished(data)::expectNone).doesNotThrowAnyException();
    }

    @Test
    void goesOnAfterEverythingButItsEnd() throws IOException {
        Restored first = restore();
        Files.writeString(data.resolve(MARK), "");
        assertThatThrownBy(new Unfinished(data)::expectNone).hasMessageContaining("hasn't ended");

        Restored second = restore();

        assertThat(second.head()).isEqualTo(first.head());
        assertThat(second.appended()).isZero();
        assertThat(data.resolve(CheckpointAttachment.NAME)).hasContent("documents");
        assertThat(data.resolve(IdentifierCheck.NAME)).hasContent("check");
        assertThat(data.resolve(MARK)).doesNotExist();
    }

    @Test
    void isNotMadeWhereSomethingElseIs() throws IOException {
        Files.createDirectory(data);
        Files.writeString(data.resolve("identifier.key"), "somebody's");

        assertThatThrownBy(this::restore).hasMessageContaining("isn't empty");
    }
}
