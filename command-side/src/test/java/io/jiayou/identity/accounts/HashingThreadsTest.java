package io.jiayou.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.http.ProblemException;
import io.jiayou.http.bounds.Bound;
import io.jiayou.http.bounds.Bounds;
import io.jiayou.http.bounds.Machine;
import io.jiayou.rules.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HashingThreadsTest {

    private static final Machine MACHINE = new Machine(512L << 20, 2);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void refuseAtOnceWhatIsMoreThanMayWait() throws Exception {
        try (HashingThreads threads = new HashingThreads(bounds(1, 2));
                ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> taken = new ArrayList<>();
            taken.add(requests.submit(() -> threads.run(this::untilTheEnd)));
            begun.await();
            taken.add(requests.submit(() -> threads.run(() -> 2)));
            taken.add(requests.submit(() -> threads.run(() -> 3)));
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            Throwable refusal = null;
            // until the two wait, one more may find a place itself
            while (refusal == null && System.nanoTime() < deadline) {
                Future<Integer> more = requests.submit(() -> threads.run(() -> 4));
                try {
                    more.get(50, TimeUnit.MILLISECONDS);
                } catch (java.util.concurrent.TimeoutException waits) {
                    taken.add(more);
                } catch (java.util.concurrent.ExecutionException e) {
                    refusal = e.getCause();
                }
            }
            end.countDown();

            assertThat(refusal).isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.problem())
                    .isEqualTo(Problem.UNAVAILABLE));
            assertThat(taken.getFirst().get()).isEqualTo(1);
        }
    }

    @Test
    void areNoVirtualOnesAndNoMoreThanHalfOfTheCores() throws Exception {
        try (HashingThreads threads = new HashingThreads(Bounds.of(new Machine(8L << 30, 8), Map.of()))) {
            assertThat(threads.run(Thread::currentThread).isVirtual()).isFalse();
        }
        assertThat(Bounds.of(new Machine(8L << 30, 8), Map.of()).get(Bound.HASHES_AT_ONCE))
                .isEqualTo(4);
        assertThat(Bounds.of(new Machine(512L << 20, 1), Map.of()).get(Bound.HASHES_AT_ONCE))
                .isEqualTo(1);
    }

    @Test
    void sayWhatWentWrong() {
        try (HashingThreads threads = new HashingThreads(bounds(1, 1))) {
            assertThatThrownBy(() -> threads.run(() -> {
                        throw new IllegalArgumentException("no hash");
                    }))
                    .hasCauseInstanceOf(IllegalArgumentException.class);
        }
    }

    private int untilTheEnd() {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }

    private static Bounds bounds(long atOnce, long waiting) {
        return Bounds.of(MACHINE, Map.of(Bound.HASHES_AT_ONCE, atOnce, Bound.HASHES_WAITING, waiting));
    }
}
