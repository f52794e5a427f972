package io.jiayou.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmJournalTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path directory;

    private Alarms alarms(Instant now) {
        return new Alarms(Clock.fixed(now, ZoneOffset.UTC), AlarmJournal.in(directory));
    }

    private List<AlarmJournal.Entry> all() {
        return AlarmJournal.in(directory).between(Instant.EPOCH, AT.plusSeconds(1_000));
    }

    @Test
    void keepsThatAnAlarmRoseAndThatItEnded() {
        Alarms alarms = alarms(AT);
        alarms.raise(AlarmKind.AUDIT_WITNESS, "it doesn't answer");
        alarms.raise(AlarmKind.AUDIT_WITNESS, "it doesn't answer");
        alarms.clear(AlarmKind.AUDIT_WITNESS);
        alarms.clear(AlarmKind.AUDIT_WITNESS);

        assertThat(all())
                .containsExactly(
                        new AlarmJournal.Entry(AT, true, "audit-witness", "it doesn't answer"),
                        new AlarmJournal.Entry(AT, false, "audit-witness", "it doesn't answer"));
    }

    @Test
    void tellsThoseOfAPeriodOverRestarts() {
        for (int second = 0; second < 5; second++) {
            alarms(AT.plusSeconds(second)).raise(AlarmKind.AUDIT_LOG, "attempt " + second);
        }

        assertThat(AlarmJournal.in(directory).between(AT.plusSeconds(1), AT.plusSeconds(3)))
                .extracting(AlarmJournal.Entry::detail)
                .containsExactly("attempt 1", "attempt 2");
    }

    @Test
    void goesOnBehindALineThatWasCutShort() throws Exception {
        alarms(AT).raise(AlarmKind.AUDIT_LOG, "before");
        Files.writeString(directory.resolve("alarms.jsonl"), "{\"at\":\"2026-03-01T08:0", StandardOpenOption.APPEND);
        alarms(AT).raise(AlarmKind.AUDIT_LOG, "after");

        assertThat(all()).extracting(AlarmJournal.Entry::detail).containsExactly("before", "after");
    }

    @Test
    void watchesOnWhenTheDiskRefuses() {
        Alarms alarms = new Alarms(Clock.systemUTC(), AlarmJournal.in(directory.resolve("missing")));

        assertThat(alarms.raise(AlarmKind.AUDIT_LOG, "no space")).isTrue();
        assertThat(alarms.all()).hasSize(1);
    }
}
