package io.jiayou.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.audit.verify.Succession;
import io.jiayou.transparency.Note;
import io.jiayou.transparency.NoteSigner;
import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.TrustedLog;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {

    private static final String ORIGIN = "jiayou.example/test";

    private final ListedRecords records = new ListedRecords(100);

    @TempDir
    Path directory;

    private AuditLog open() {
        return AuditLog.open(directory, ORIGIN, records);
    }

    private SignedCheckpoint next(AuditLog log) {
        records.grow(10);
        log.extend();
        return log.newest().checkpoint();
    }

    private static TrustedLog by(String... vkeys) {
        return TrustedLog.of(ORIGIN, vkeys);
    }

    private static void isStrangerTo(SignedCheckpoint checkpoint, String vkey) {
        assertThatThrownBy(() -> checkpoint.verify(by(vkey)))
                .isInstanceOfSatisfying(VerificationException.class, found -> assertThat(found.verdict())
                        .isEqualTo(Verdict.NO_TRUSTED_SIGNATURE));
    }

    private Succession follow(String vkey, AuditLog log) {
        List<byte[]> notes = log.handovers().values().stream()
                .map(note -> note.getBytes(StandardCharsets.UTF_8))
                .toList();
        return Succession.follow(by(vkey), notes);
    }

    @Test
    void bothKeysSignTheHandoverAndTheNewOneAllAfterIt() throws IOException {
        AuditLog before = open();
        SignedCheckpoint old = next(before);
        String oldKey = before.verifierKey();

        String newKey = KeyRotation.rotate(directory);
        AuditLog after = open();
        SignedCheckpoint handover = after.newest().checkpoint();
        SignedCheckpoint later = next(after);

        assertThat(after.verifierKey()).isEqualTo(newKey).isNotEqualTo(oldKey);
        assertThat(handover.unverified()).isEqualTo(old.unverified());
        handover.verify(by(oldKey));
        handover.verify(by(newKey));
        assertThat(handover.note().signatures()).hasSize(2);
        later.verify(by(newKey));
        assertThat(later.note().signatures()).hasSize(1);
        isStrangerTo(later, oldKey);
        isStrangerTo(old, newKey);
        for (SignedCheckpoint any : new SignedCheckpoint[] {old, handover, later}) {
            any.verify(by(oldKey, newKey));
        }
        assertThat(directory.resolve("previous.key")).doesNotExist();
        assertThat(Files.readString(directory.resolve("log.vkey")).strip()).isEqualTo(newKey);
    }

    @Test
    void whoHasTheOldKeyAloneFollowsItToTheNewOne() throws IOException {
        AuditLog log = open();
        next(log);
        String first = log.verifierKey();
        KeyRotation.rotate(directory);
        AuditLog second = open();
        next(second);
        KeyRotation.rotate(directory);
        AuditLog third = open();
        SignedCheckpoint now = next(third);

        isStrangerTo(now, first);
        Succession followed = follow(first, open());
        now.verify(followed.trusted());
        assertThat(followed.followed()).extracting(it -> it.head().size()).containsExactly(110L, 120L);
        assertThat(follow(third.verifierKey(), third).followed()).isEmpty();
        String stranger = NoteSigner.generate(ORIGIN).verifier().key().vkey();
        assertThat(follow(stranger, third).trusted()).isEqualTo(by(stranger));
    }

    @Test
    void aHandoverThatSomebodyChangedOrMadeIsRefused() throws IOException {
        AuditLog log = open();
        next(log);
        String first = log.verifierKey();
        KeyRotation.rotate(directory);
        String note = List.copyOf(open().handovers().values()).getFirst();
        NoteSigner stranger = NoteSigner.generate(ORIGIN);
        String theirs = note.replaceFirst(
                "(?m)^key .*",
                Matcher.quoteReplacement("key " + stranger.verifier().key().vkey()));
        String unsigned = Note.sign(Note.parse(theirs).text(), stranger).format();

        assertThatThrownBy(() -> Succession.follow(by(first), List.of(theirs.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(VerificationException.class, found -> assertThat(found.verdict())
                        .isEqualTo(Verdict.BAD_SIGNATURE));
        assertThat(Succession.follow(by(first), List.of(unsigned.getBytes(StandardCharsets.UTF_8)))
                        .followed())
                .isEmpty();
    }

    /** The handover was written, and the old key is still there. */
    @Test
    void aCrashInTheHandoverLeavesOne() throws IOException {
        next(open());
        KeyRotation.rotate(directory);
        byte[] old = Files.readAllBytes(directory.resolve("previous.key"));
        open();
        Files.write(directory.resolve("previous.key"), old);

        assertThat(open().handovers()).hasSize(1);
        assertThat(directory.resolve("previous.key")).doesNotExist();
    }

    /** A key that never signed anything would be a gap that nobody can follow over. */
    @Test
    void isRefusedUntilTheLastOneWasUsed() throws IOException {
        next(open());
        KeyRotation.rotate(directory);

        assertThatThrownBy(() -> KeyRotation.rotate(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("start the system once");
        open();
        KeyRotation.rotate(directory);
    }

    /** The old key was put aside, and there is no new one yet. */
    @Test
    void aRotationThatWasCutShortIsNone() throws IOException {
        AuditLog before = open();
        next(before);
        Files.copy(directory.resolve("log.key"), directory.resolve("previous.key"), StandardCopyOption.COPY_ATTRIBUTES);

        SignedCheckpoint checkpoint = next(open());

        checkpoint.verify(by(before.verifierKey()));
        assertThat(checkpoint.note().signatures()).hasSize(1);
    }

    @Test
    void whereThereIsNoLogThereIsNoKeyToChange() {
        assertThatThrownBy(() -> KeyRotation.rotate(directory)).isInstanceOf(IOException.class);
    }
}
