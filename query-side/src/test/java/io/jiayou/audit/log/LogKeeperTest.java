package io.jiayou.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.periodic.Schedule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LogKeeperTest {

    private static final Duration OFTEN = Duration.ofMillis(20);

    @TempDir
    private Path directory;

    private final Schedule schedule = Schedule.ofTheProcess();

    @AfterEach
    void close() {
        schedule.close();
    }

    /** What fails of a turn holds up nothing of the rest, is told, and ends when it goes well again. */
    @Test
    void whatCannotBeSignedIsAnAlarmUntilItCan() throws InterruptedException {
        ListedRecords records = new ListedRecords(3);
        AuditLog log = AuditLog.open(directory, "jiayou.example/test", records);
        Alarms alarms = new Alarms(Clock.systemUTC(), AlarmJournal.in(directory));
        AtomicBoolean fails = new AtomicBoolean(true);
        Runnable signing = () -> {
            if (fails.get()) {
                throw new IllegalStateException("no read store");
            }
        };
        LogKeeper keeper = new LogKeeper(
                log,
                Witnesses.of(List.of()),
                new StoreCheck(log, records, alarms, Clock.systemUTC()),
                alarms,
                signing,
                schedule,
                OFTEN);

        keeper.start();
        awaitAlarms(alarms, AlarmKind.AUDIT_READ_MODELS.code());
        assertThat(log.newest().size()).isEqualTo(3);
        records.cut(2);
        awaitAlarms(alarms, AlarmKind.AUDIT_LOG.code());
        fails.set(false);
        records.grow(2);
        // that an event was missing for a while may have been seen as damage, which is told until a restart
        awaitNone(alarms, AlarmKind.AUDIT_READ_MODELS.code(), AlarmKind.AUDIT_LOG.code());

        keeper.stop();
    }

    private static void awaitAlarms(Alarms alarms, String... expected) throws InterruptedException {
        while (!codes(alarms).containsAll(List.of(expected))) {
            Thread.sleep(10);
        }
    }

    private static void awaitNone(Alarms alarms, String... ended) throws InterruptedException {
        while (List.of(ended).stream().anyMatch(codes(alarms)::contains)) {
            Thread.sleep(10);
        }
    }

    private static List<String> codes(Alarms alarms) {
        return alarms.all().stream().map(Alarms.Alarm::what).toList();
    }
}
