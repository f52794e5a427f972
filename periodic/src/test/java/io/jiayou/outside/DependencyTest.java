package io.jiayou.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.periodic.Schedule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DependencyTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch twice = new CountDownLatch(2);
    private volatile boolean there = true;
    private final Dependency store =
            new Dependency("store", within -> ask(), IOException.class::isInstance, Clock.systemUTC());
    private final Schedule schedule = Schedule.ofTheProcess();

    private void ask() throws IOException {
        asked.incrementAndGet();
        twice.countDown();
        if (!there) {
            throw new ConnectException("refused");
        }
    }

    @AfterEach
    void close() {
        schedule.close();
    }

    @Test
    void onceItWasCalledInVainOthersAreRefusedAtOnce() {
        there = false;

        store.failed(new IllegalStateException("wrapped", new IOException("no answer")));

        assertThatThrownBy(store::require)
                .isInstanceOf(DependencyAway.class)
                .hasMessageContaining("store is away since")
                .hasMessageContaining("no answer");
        assertThat(store.isBehind(new IllegalStateException(
                        new DependencyAway("store", store.absence().orElseThrow()))))
                .isTrue();
    }

    @Test
    void whatItAnswersIsNoAbsence() {
        there = false;

        store.failed(new IllegalStateException("a duplicate key"));

        assertThatCode(store::require).doesNotThrowAnyException();
        assertThat(asked).hasValue(0);
    }

    /** Else everybody would be refused because of one question that takes long. */
    @Test
    void whatTakesTooLongAloneIsNoAbsence() {
        store.failed(new IOException("no answer in time"));

        assertThatCode(store::require).doesNotThrowAnyException();
        assertThat(asked).hasValue(1);
    }

    @Test
    void itIsAskedInTheBackgroundUntilItAnswers() throws InterruptedException {
        there = false;
        Dependencies dependencies = new Dependencies(List.of(store)).watched(schedule);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        dependencies.bindTo(meters);
        store.failed(new IOException("no answer"));
        assertThat(meters.get("jiayou.dependency.away")
                        .tag("dependency", "store")
                        .gauge()
                        .value())
                .isEqualTo(1);

        assertThat(twice.await(10, TimeUnit.SECONDS)).isTrue();
        there = true;

        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (store.absence().isPresent() && System.nanoTime() < until) {
            Thread.sleep(10);
        }
        assertThat(store.absence()).isEmpty();
        assertThat(schedule.tasks().getFirst().name()).isEqualTo("dependency-store");
    }
}
