package io.jiayou.periodic;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What rules of monitoring read. */
@Timeout(30)
class PeriodicMetricsTest {

    private static final Due.Every SOON = Due.every(Duration.ofMillis(10));

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Schedule schedule = Schedule.ofTheProcess();

    PeriodicMetricsTest() {
        new PeriodicConfiguration().periodicMetrics(schedule).bindTo(registry);
    }

    @AfterEach
    void close() {
        schedule.close();
    }

    private double silent(String task) {
        return registry.get("jiayou.periodic.silent").tag("task", task).gauge().value();
    }

    private double unwatched() {
        return registry.get("jiayou.periodic.unwatched").gauge().value();
    }

    @Test
    void aTaskIsSilentThatHangs() throws InterruptedException {
        CountDownLatch turns = new CountDownLatch(3);
        schedule.begin(new Task("hanging", SOON, new CountDownLatch(1)::await).patient(Duration.ofMillis(20)));
        schedule.begin(new Task("well", SOON, turns::countDown).patient(Duration.ofSeconds(20)));
        turns.await();
        Thread.sleep(100);

        assertThat(silent("hanging")).isEqualTo(1);
        assertThat(silent("well")).isZero();
    }

    /** In seconds, with parts of them. */
    @Test
    void timeGoesByWhileNobodyWatches() throws InterruptedException {
        schedule.close();
        // a look that is under way may still end
        Thread.sleep(300);
        double before = unwatched();
        Thread.sleep(200);

        assertThat(unwatched() - before).isBetween(0.15, 25.0);
        assertThat(registry.get("jiayou.periodic.unwatched").gauge().getId().getBaseUnit())
                .isEqualTo("seconds");
    }
}
