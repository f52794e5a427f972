package io.jiayou.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.TrustedLog;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        return log.checkpoint();
    }

    private static TrustedLog by(String... vkeys) {
        return TrustedLog.of(ORIGIN, vkeys);
    }

    private static void isStrangerTo(SignedCheckpoint checkpoint, String vkey) {
        assertThatThrownBy(() -> checkpoint.verify(by(vkey)))
                .isInstanceOfSatisfying(VerificationException.class, found -> assertThat(found.verdict())
                        .isEqualTo(Verdict.NO_TRUSTED_SIGNATURE));
    }

    @Test
    void bothKeysSignTheNextCheckpointAndTheNewOneAllAfterIt() throws IOException {
        AuditLog before = open();
        SignedCheckpoint old = next(before);
        String oldKey = before.verifierKey();

        String newKey = KeyRotation.rotate(directory);
        AuditLog after = open();
        SignedCheckpoint handover = next(after);
        SignedCheckpoint later = next(after);

        assertThat(after.verifierKey()).isEqualTo(newKey).isNotEqualTo(oldKey);
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
    void aRestartWithoutAnyEventLosesNothing() throws IOException {
        AuditLog before = open();
        next(before);
        String oldKey = before.verifierKey();
        KeyRotation.rotate(directory);

        open().extend();
        SignedCheckpoint handover = next(open());

        handover.verify(by(oldKey));
        handover.verify(by(open().verifierKey()));
    }

    @Test
    void twoRotationsInARowAreTwoKeysFurther() throws IOException {
        AuditLog log = open();
        next(log);
        String first = log.verifierKey();
        String second = KeyRotation.rotate(directory);
        String third = KeyRotation.rotate(directory);

        SignedCheckpoint handover = next(open());

        handover.verify(by(second));
        handover.verify(by(third));
        isStrangerTo(handover, first);
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
