package io.jiayou.audit.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.audit.log.AlarmJournal;
import io.jiayou.audit.log.Alarms;
import io.jiayou.periodic.Schedule;
import io.jiayou.readmodel.documents.StoreClock;
import io.jiayou.readmodel.testing.Stores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockWatchTest {

    private final Stores stores = new Stores();
    private final Schedule schedule = Schedule.ofTheProcess();
    private final Alarms alarms;
    private final ClockWatch here;

    ClockWatchTest(@TempDir Path directory) {
        alarms = new Alarms(Clock.systemUTC(), AlarmJournal.in(directory));
        here = new ClockWatch(clocks("here", Duration.ZERO), () -> Stream.of(alarms), schedule);
    }

    @AfterEach
    void close() {
        here.close();
        schedule.close();
        stores.close();
    }

    private NodeClocks clocks(String node, Duration ahead) {
        return new NodeClocks(
                stores.database(), node, Clock.offset(Clock.systemUTC(), ahead), new StoreClock(stores.database()));
    }

    @Test
    void thirtySecondsApartIsNoAlarm() {
        clocks("there", Duration.ofSeconds(30)).note();
        here.compare();

        assertThat(alarms.all()).isEmpty();
    }

    @Test
    void fiveMinutesApartIsOneUntilItIsSetRight() {
        clocks("there", Duration.ofMinutes(-5)).note();
        here.compare();
        assertThat(alarms.all()).extracting(Alarms.Alarm::what).containsExactly("clocks-apart");

        clocks("there", Duration.ofSeconds(1)).note();
        here.compare();
        assertThat(alarms.all()).isEmpty();
    }

    /** Which rules of monitoring read; in seconds, and less than none for a clock that is behind. */
    @Test
    void aMetricTellsHowFarANodesClockIsAway() {
        NodeClocks behind = clocks("there", Duration.ofSeconds(-301));
        behind.note();
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new ClocksConfiguration().clockMetrics(behind).bindTo(registry);

        assertThat(registry.get("jiayou.clock.ahead").gauge().value()).isBetween(-310.0, -300.0);
    }

    @Test
    void twoNodesOnBothSidesOfTheStoreAreComparedWithEachOther() {
        clocks("behind", Duration.ofSeconds(-160)).note();
        clocks("ahead", Duration.ofSeconds(160)).note();
        here.compare();

        assertThat(alarms.all()).hasSize(1);
    }
}
