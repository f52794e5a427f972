package io.jiayou.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.audit.log.KeyRotation;
import io.jiayou.audit.log.LogName;
import io.jiayou.audit.verify.Beginning;
import io.jiayou.audit.verify.Entries;
import io.jiayou.audit.verify.LogExport;
import io.jiayou.transparency.NoteVerifier;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor who has kept a key and a checkpoint is told of a log that has another key since, or was restored. */
class LogCheckTest {

    private static final String ORIGIN = "jiayou.example/test";

    @TempDir
    private Path directory;

    private long size;

    private final EventRecords records = new EventRecords() {
        @Override
        public long size() {
            return size;
        }

        @Override
        public List<EventRecord> from(long position, int atMost) {
            return LongStream.range(position, Math.min(position + atMost, size))
                    .mapToObj(LogCheckTest::event)
                    .toList();
        }
    };

    private static EventRecord event(long position) {
        byte[] payload = "{\"number\":%d}".formatted(position).getBytes(StandardCharsets.UTF_8);
        return new EventRecord(
                "e" + position,
                Instant.EPOCH,
                "Order",
                "o",
                position,
                "order.placed",
                "1",
                new TreeMap<>(Map.of("actor", "d")),
                payload);
    }

    private AuditLog grown(Path audit, long to) {
        size = to;
        AuditLog log = AuditLog.open(audit, ORIGIN, records);
        log.extend();
        return log;
    }

    private Path exported(AuditLog log) throws IOException {
        Path file = Files.createTempFile(directory, "log", ".zip");
        try (OutputStream to = Files.newOutputStream(file)) {
            LogExport.write(
                    to,
                    log.newest().checkpoint(),
                    log.verifierKey(),
                    Entries.of(records),
                    log.newest()::leafAt,
                    Map.of(),
                    log.handovers(),
                    log.beginning());
        }
        return file;
    }

    private Path kept(AuditLog log) throws IOException {
        Path file = Files.createTempFile(directory, "kept", "");
        return Files.writeString(file, log.newest().checkpoint().format());
    }

    private static LogKeys keys(String... vkeys) {
        return new LogKeys(Arrays.stream(vkeys).map(NoteVerifier::parse).toList());
    }

    private static LogCheck check(Path export, LogKeys keys, Path kept) throws IOException {
        try (GivenLog log = GivenLog.open(export.toString(), new DataOption())) {
            LogCheck check = LogCheck.of(log, keys, List.of(), kept);
            assertThat(check.run(log.entries(), done -> {}).verdict()).isNull();
            return check;
        }
    }

    @Test
    void theOldKeyIsFollowedToTheNewOne() throws IOException {
        Path audit = directory.resolve("audit");
        AuditLog before = grown(audit, 10);
        String oldKey = before.verifierKey();
        Path kept = kept(before);
        String newKey = KeyRotation.rotate(audit);

        LogCheck check = check(exported(grown(audit, 20)), keys(oldKey), kept);

        assertThat(check.lookedAt())
                .anyMatch(line -> line.contains("continues the checkpoint in " + kept))
                .anyMatch(line -> line.equals("after 10 events the key handed over to " + newKey));
        assertThat(check.notLookedAt()).containsExactly("witnesses (--witness)");
    }

    @Test
    void aLogThatWasRestoredUntilAMomentSaysSo() throws IOException {
        Path audit = directory.resolve("audit");
        AuditLog early = grown(audit, 10);
        Path ofTen = kept(early);
        AuditLog before = grown(audit, 20);
        Path ofTwenty = kept(before);
        Path restored = directory.resolve("restored");
        String name = LogName.restored(ORIGIN, Instant.EPOCH);
        LogName.begin(
                restored,
                new Beginning(
                        name,
                        ORIGIN,
                        before.newest().headAt(15),
                        before.newest().head()));
        AuditLog log = grown(restored, 30);
        Path export = exported(log);

        assertThatThrownBy(() -> check(export, keys(before.verifierKey()), ofTen))
                .isInstanceOfSatisfying(VerificationException.class, it -> {
                    assertThat(it.verdict()).isEqualTo(Verdict.OTHER_LOG);
                    assertThat(it).hasMessageContaining("begins with the first 15 of 20 events of " + ORIGIN);
                });
        LogKeys both = keys(before.verifierKey(), log.verifierKey());
        assertThat(check(export, both, ofTen).lookedAt())
                .anyMatch(line -> line.contains("begins with the first 15 of 20 events of " + ORIGIN))
                .anyMatch(line -> line.contains("continues the checkpoint in " + ofTen + " of " + ORIGIN));
        assertThatThrownBy(() -> check(export, both, ofTwenty))
                .isInstanceOfSatisfying(VerificationException.class, it -> {
                    assertThat(it.verdict()).isEqualTo(Verdict.ROLLED_BACK);
                    assertThat(it).hasMessageContaining("it is of 20 events");
                    assertThat(it).hasMessageContaining("what was recorded after those is not in this log");
                });
        assertThatThrownBy(() -> check(export, keys(log.verifierKey()), ofTen))
                .isInstanceOfSatisfying(VerificationException.class, it -> assertThat(it.verdict())
                        .isEqualTo(Verdict.NO_TRUSTED_SIGNATURE));
    }
}
