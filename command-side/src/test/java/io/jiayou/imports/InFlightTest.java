package io.jiayou.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.command.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InFlightTest {

    private static final Origin ORIGIN = new Origin("somebody", "import", "import", "1");

    @Test
    void doesWorkAtTheSameTimeAsItsOrigin() throws Exception {
        CountDownLatch bothAreIn = new CountDownLatch(2);
        List<Origin> origins = Collections.synchronizedList(new ArrayList<>());

        try (InFlight flight = new InFlight(ORIGIN)) {
            for (String key : List.of("a", "b")) {
                flight.start(key, () -> {
                    bothAreIn.countDown();
                    await(bothAreIn);
                    origins.add(Origin.current());
                });
            }
            flight.finish();
        }

        assertThat(origins).containsExactly(ORIGIN, ORIGIN);
    }

    @Test
    void doesWorkOfOneKeyInItsOrder() {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());

        try (InFlight flight = new InFlight(ORIGIN)) {
            for (int number = 0; number < 200; number++) {
                int mine = number;
                flight.start("key" + number % 2, () -> order.add(mine));
            }
            flight.finish();
        }

        assertThat(order).filteredOn(it -> it % 2 == 0).isSorted().hasSize(100);
        assertThat(order).filteredOn(it -> it % 2 == 1).isSorted().hasSize(100);
    }

    @Test
    void neverHasMoreThanItsMeasureInFlight() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        try (InFlight flight = new InFlight(ORIGIN)) {
            for (int number = 0; number < 2000; number++) {
                flight.start("key" + number, () -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.yield();
                    now.decrementAndGet();
                });
            }
            flight.finish();
        }

        assertThat(most.get()).isBetween(2, 64);
    }

    @Test
    void startsNothingMoreAfterAFailureAndTellsIt() {
        IllegalStateException failure = new IllegalStateException("the store is gone");
        AtomicInteger done = new AtomicInteger();

        assertThatThrownBy(() -> {
                    try (InFlight flight = new InFlight(ORIGIN)) {
                        flight.start("a", () -> {
                            throw failure;
                        });
                        flight.close();
                        flight.start("b", done::incrementAndGet);
                        flight.finish();
                    }
                })
                .isSameAs(failure);
        assertThat(done).hasValue(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
