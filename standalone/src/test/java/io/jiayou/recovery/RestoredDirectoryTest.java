package io.jiayou.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.restore.Restored;
import io.jiayou.archive.restore.Until;
import io.jiayou.archive.sample.SampleArchive;
import io.jiayou.archive.verify.Known;
import io.jiayou.archive.write.Archiver;
import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.audit.log.LogName;
import io.jiayou.audit.verify.Beginning;
import io.jiayou.standalone.CheckpointAttachment;
import io.jiayou.standalone.IdentifierCheck;
import io.jiayou.standalone.Unfinished;
import io.jiayou.transparency.KeyType;
import io.jiayou.transparency.Note;
import io.jiayou.transparency.NoteKeyPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever interrupts a restore, the same call goes on. */
class RestoredDirectoryTest {

    private static final String MARK = "restore.unfinished";

    private static final EventRecords NO_EVENTS = new EventRecords() {
        @Override
        public long size() {
            return 0;
        }

        @Override
        public List<EventRecord> from(long position, int atMost) {
            return List.of();
        }
    };

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

    /** The log of the archive went further: one key must not sign both trees. */
    @Test
    void untilAMomentTheAuditLogIsAnotherOneAndRefusesTheKeyOfTheOneBefore() throws IOException {
        Restored restored = new RestoredDirectory(
                        archive.target, archive.trust(), Known.nothing(), List.of(archive.identity))
                .into(data, new Until.Position(12), done -> {});
        String before = Objects.requireNonNull(restored.newest()).origin();
        Path audit = data.resolve("audit");

        assertThat(restored.complete()).isFalse();
        Path key = audit.resolve("log.key");
        NoteKeyPair theirs = NoteKeyPair.generate(before, KeyType.NOTE);
        Files.writeString(key, theirs.secretText());
        assertThatThrownBy(() -> AuditLog.open(audit, before, NO_EVENTS))
                .hasMessageContaining("begins with the first 12 of 20 events of " + before)
                .hasMessageContaining("take it away");
        Files.delete(key);
        AuditLog log = AuditLog.open(audit, before, NO_EVENTS);
        assertThat(log.origin()).startsWith(before + "/restored-");
        Beginning beginning = Beginning.parse(
                Note.parse(Objects.requireNonNull(log.beginning())).text());
        assertThat(beginning.head()).isEqualTo(restored.head());
        assertThat(beginning.went().size()).isEqualTo(20);
        assertThat(AuditLog.open(audit, before, NO_EVENTS).origin()).isEqualTo(log.origin());
    }

    /** Where all was restored the log is the one that it was, also one that had been restored until a moment before. */
    @Test
    void ofEverythingTheAuditLogGoesOnUnderItsKey() throws IOException {
        String before = Objects.requireNonNull(restore().newest()).origin();
        Path audit = Files.createDirectories(data.resolve("audit"));
        NoteKeyPair key = NoteKeyPair.generate(LogName.restored(before, Instant.EPOCH), KeyType.NOTE);
        Files.writeString(audit.resolve("log.key"), key.secretText());

        AuditLog log = AuditLog.open(audit, before, NO_EVENTS);

        assertThat(log.origin()).isEqualTo(before + "/restored-19700101T000000Z");
        assertThat(log.beginning()).isNull();
        assertThat(LogName.restored(log.origin(), Instant.EPOCH)).isEqualTo(log.origin());
        assertThatThrownBy(() -> AuditLog.open(audit, "other.example/log", NO_EVENTS))
                .hasMessageContaining("is the key of the log " + log.origin());
    }

    @Test
    void isNotMadeWhereSomethingElseIs() throws IOException {
        Files.createDirectory(data);
        Files.writeString(data.resolve("identifier.key"), "somebody's");

        assertThatThrownBy(this::restore).hasMessageContaining("isn't empty");
    }

    /** Nobody starts an empty system there because the archive wasn't what it should be; the same command goes on. */
    @Test
    void whatVerificationRefusesLeavesItsMark() throws IOException {
        Path note = archive.folder.resolve("segments/000000000000.note");
        Path aside = directory.resolve("aside");
        Files.move(note, aside);
        assertThatThrownBy(this::restore).isInstanceOf(ArchiveException.class);
        assertThat(data.resolve(MARK)).exists();

        Files.move(aside, note);
        restore();
        assertThat(data.resolve(MARK)).doesNotExist();
    }
}
