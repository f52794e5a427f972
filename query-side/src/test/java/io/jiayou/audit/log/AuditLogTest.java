package io.jiayou.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.transparency.CompactTree;
import io.jiayou.transparency.TreeHashing;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {

    private static final String ORIGIN = "jiayou.example/test";

    @TempDir
    Path directory;

    private AuditLog open(ListedRecords records) {
        return AuditLog.open(directory, ORIGIN, records);
    }

    private static TreeHead head(AuditLog log) {
        return log.newest().checkpoint().verify(log.trusted()).head();
    }

    private static TreeHead expected(ListedRecords records) {
        CompactTree tree = new CompactTree();
        records.from(0, (int) records.size()).forEach(event -> tree.append(TreeHashing.leaf(event.canonical())));
        return tree.head();
    }

    @Test
    void coversEveryEventInTheirOrder() {
        ListedRecords records = new ListedRecords(2_345);
        AuditLog log = open(records);
        assertThat(head(log)).isEqualTo(TreeHead.empty());

        assertThat(log.extend()).isEqualTo(2_345);
        assertThat(head(log)).isEqualTo(expected(records));
        assertThat(log.extend()).isZero();
    }

    @Test
    void namesACheckpointThatIsDamaged() throws IOException {
        open(new ListedRecords(3)).extend();
        Path checkpoint = Files.writeString(directory.resolve("checkpoint"), "torn");

        assertThatThrownBy(() -> open(new ListedRecords(3)))
                .isInstanceOf(VerificationException.class)
                .hasMessageStartingWith(checkpoint + " is damaged: ")
                .hasMessageContaining("restore from an archive");
    }

    @Test
    void goesOnAfterARestartUnderTheSameKey() {
        ListedRecords records = new ListedRecords(300);
        AuditLog before = open(records);
        before.extend();
        records.grow(300);

        AuditLog after = open(records);
        assertThat(head(after).size()).isEqualTo(300);
        after.extend();

        assertThat(head(after)).isEqualTo(expected(records));
        assertThat(after.verifierKey()).isEqualTo(before.verifierKey());
        after.newest().consistency(300, 600).verify(head(before), head(after));
    }

    /** As on a full disk: first no tile can be written, then no checkpoint, then there is room again. */
    @Test
    void goesOnByItselfAfterItsFilesCouldNotBeWritten() throws IOException {
        ListedRecords records = new ListedRecords(300);
        AuditLog log = open(records);
        log.extend();
        records.grow(2_000);

        Path waiting = directory.resolve(".uncommitted");
        Files.delete(waiting);
        assertThatThrownBy(log::extend).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(log::extend).isInstanceOf(UncheckedIOException.class);
        Files.createDirectory(waiting);
        Path inTheWay = Files.createDirectory(directory.resolve("checkpoint.new"));
        assertThatThrownBy(log::extend).isInstanceOf(UncheckedIOException.class);
        long announced = log.newest().size();
        Files.delete(inTheWay);

        assertThat(log.extend()).isEqualTo(2_000);
        assertThat(announced).isEqualTo(300);
        assertThat(head(log)).isEqualTo(expected(records));
        assertThat(head(open(records))).isEqualTo(expected(records));
    }

    @Test
    void signsTheTreeAsItWas() {
        ListedRecords records = new ListedRecords(300);
        AuditLog log = open(records);
        log.extend();
        TreeHead before = head(log);
        records.grow(300);
        log.extend();

        assertThat(log.checkpointAt(300).verify(log.trusted()).head()).isEqualTo(before);
        assertThatThrownBy(() -> log.checkpointAt(601)).isInstanceOf(VerificationException.class);
    }

    @Test
    void signsNothingOverAStoreThatWasRolledBack() {
        ListedRecords records = new ListedRecords(300);
        AuditLog log = open(records);
        log.extend();
        records.cut(299);

        assertThatThrownBy(log::extend)
                .isInstanceOfSatisfying(VerificationException.class, found -> assertThat(found.verdict())
                        .isEqualTo(Verdict.ROLLED_BACK));
        assertThat(head(log).size()).isEqualTo(300);
    }

    @Test
    void doesNotOpenOnWhatIsNotItsOwn() throws Exception {
        open(new ListedRecords(300)).extend();
        Path tiles = directory.resolve("full/0");
        byte[] hashes = Files.readAllBytes(tiles);
        hashes[0] ^= 1;
        Files.write(tiles, hashes);
        assertThatThrownBy(() -> open(new ListedRecords(300)).newest().prove(0))
                .isInstanceOf(VerificationException.class);

        Path checkpoint = directory.resolve("checkpoint");
        Files.writeString(checkpoint, Files.readString(checkpoint).replace("\n300\n", "\n299\n"));
        assertThatThrownBy(() -> open(new ListedRecords(300))).isInstanceOf(VerificationException.class);
    }

    @Test
    void keepsItsKeyFromOthers() throws Exception {
        open(new ListedRecords(1));

        assertThat(Files.getPosixFilePermissions(directory.resolve("log.key"))).hasSize(2);
        assertThat(Files.readString(directory.resolve("log.vkey"))).startsWith(ORIGIN + "+");
    }

    @Test
    void provesAnEventWithTheEvent() {
        ListedRecords records = new ListedRecords(500);
        AuditLog log = open(records);
        log.extend();

        byte[] line = records.from(377, 1).getFirst().canonical();
        var proof = log.newest().prove(377);
        assertThat(proof.extra()).hasValue(line);
        proof.verify(TreeHashing.leaf(line), log.trusted(), List.of(), 0);
        assertThatThrownBy(() -> log.newest().prove(500)).isInstanceOf(VerificationException.class);
    }
}
