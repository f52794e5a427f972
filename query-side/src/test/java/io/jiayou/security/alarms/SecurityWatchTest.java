package io.jiayou.security.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.audit.log.AlarmJournal;
import io.jiayou.audit.log.Alarms;
import io.jiayou.readmodel.testing.Stores;
import io.jiayou.security.events.TaskFellSilent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityWatchTest {

    private static final String SILENT = "periodic-elsewhere";

    private final Stores stores = new Stores();
    private final Alarms alarms;
    private final SecurityWatch watch;
    private Duration ahead = Duration.ZERO;
    private Instant steady = Instant.EPOCH;

    SecurityWatchTest(@TempDir Path directory) {
        alarms = new Alarms(Clock.systemUTC(), AlarmJournal.in(directory));
        watch = new SecurityWatch(
                stores.history(),
                alarms,
                List.of(AlarmRules.silence()),
                () -> Instant.now().plus(ahead),
                () -> steady);
    }

    @AfterEach
    void close() {
        watch.close();
        stores.close();
    }

    private void happens() {
        stores.append("security/tasks", new TaskFellSilent("address-list", "no success", Instant.now()));
    }

    private List<String> raised() {
        return alarms.all().stream().map(Alarms.Alarm::what).toList();
    }

    @Test
    void anEventThatTheRestartMissedRaisesIfItIsOfLately() throws InterruptedException {
        happens();
        watch.step();

        assertThat(raised()).containsExactly(SILENT);
    }

    @Test
    void anEventOfAnHourAgoRaisesNothingAfterARestart() throws InterruptedException {
        happens();
        ahead = Duration.ofMinutes(50);
        watch.step();

        assertThat(raised()).isEmpty();
    }

    @Test
    void whatIsWrittenNowRaisesWhateverItsClockSaysAndSoDoesTheClock() throws InterruptedException {
        watch.step();
        ahead = Duration.ofDays(-365);
        happens();
        watch.step();

        assertThat(raised()).containsExactly("clocks-events", SILENT);
    }

    @Test
    void anAlarmOfAClockAYearAheadEndsAfterAQuarterOfAnHour() throws InterruptedException {
        watch.step();
        ahead = Duration.ofDays(-365);
        happens();
        watch.step();
        ahead = Duration.ZERO;

        steady = steady.plus(Duration.ofMinutes(14));
        watch.step();
        assertThat(raised()).hasSize(2);
        steady = steady.plus(Duration.ofMinutes(2));
        watch.step();

        assertThat(raised()).isEmpty();
    }

    @Test
    void thirtySecondsBetweenTwoNodesAreNoAlarmOfClocks() throws InterruptedException {
        watch.step();
        ahead = Duration.ofSeconds(30);
        happens();
        watch.step();

        assertThat(raised()).containsExactly(SILENT);
    }
}
