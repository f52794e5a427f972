package io.jiayou.periodic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ScheduleTest {

    private static final Due.Every SOON = Due.every(Duration.ofMillis(10));

    private final Map<String, String> alarms = new ConcurrentHashMap<>();
    private final Schedule schedule = new Schedule(Clock.systemUTC(), Memory.ofTheProcess());

    private TaskAlarms heard() {
        return new TaskAlarms() {
            @Override
            public void silent(String task, String detail) {
                alarms.put(task, detail);
            }

            @Override
            public void well(String task) {
                alarms.remove(task);
            }
        };
    }

    @BeforeEach
    void listen() {
        schedule.tell(heard());
    }

    @AfterEach
    void close() {
        schedule.close();
    }

    /** Not at the end either, when each of those that are stuck is given its time. */
    @Test
    @Timeout(30)
    void noneWaitsForAnother() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch often = new CountDownLatch(5);
        for (int n = 0; n < 20; n++) {
            schedule.begin(new Task("stuck-" + n, SOON, never::await));
        }
        schedule.begin(new Task("lively", SOON, often::countDown));

        assertThat(often.await(10, TimeUnit.SECONDS)).isTrue();
        schedule.close();
    }

    @Test
    void noneOverlapsItself() throws InterruptedException {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch turns = new CountDownLatch(5);
        schedule.begin(new Task("slow", SOON, () -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            Thread.sleep(50);
            atOnce.decrementAndGet();
            turns.countDown();
        }));

        assertThat(turns.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValue(1);
    }

    @Test
    void whateverIsThrownTheNextTurnComes() throws InterruptedException {
        CountDownLatch turns = new CountDownLatch(3);
        schedule.begin(new Task("broken", SOON, () -> {
            turns.countDown();
            throw new StackOverflowError("for the test");
        }));

        assertThat(turns.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(schedule.tasks().getFirst().error()).contains("for the test");
    }

    @Test
    void endingWaitsForATurnUnderWay() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        Running running = schedule.begin(new Task("writing", SOON, () -> {
            began.countDown();
            Thread.sleep(200);
            ended.incrementAndGet();
        }));
        began.await();

        running.close();

        assertThat(ended).hasValue(1);
        assertThat(schedule.tasks()).isEmpty();
    }

    @Test
    void endingInterruptsWhatDoesntEnd() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Running running = schedule.begin(new Task("stuck", SOON, () -> {
            began.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        }));
        began.await();

        running.end(Duration.ZERO);

        assertThat(interrupted.getCount()).isZero();
    }

    @Test
    void tellsOfWhatNeverSucceedsAndOfWhatHangs() throws InterruptedException {
        CountDownLatch tried = new CountDownLatch(2);
        schedule.begin(new Task("failing", SOON, () -> {
                    tried.countDown();
                    throw new IllegalStateException("no room");
                })
                .patient(Duration.ofMillis(20)));
        schedule.begin(new Task("hanging", SOON, new CountDownLatch(1)::await).patient(Duration.ofMillis(20)));
        schedule.begin(new Task("well", SOON, () -> {}).patient(Duration.ofSeconds(20)));
        tried.await();
        Thread.sleep(100);

        schedule.watch();

        assertThat(alarms).containsOnlyKeys("failing", "hanging");
        assertThat(alarms.get("failing")).contains("no room");
    }

    @Test
    void saysWhenAllIsWellAgain() throws InterruptedException {
        AtomicInteger turn = new AtomicInteger();
        CountDownLatch well = new CountDownLatch(5);
        schedule.begin(new Task("sometimes", SOON, () -> {
                    if (turn.incrementAndGet() < 2) {
                        throw new IllegalStateException("not yet");
                    }
                    well.countDown();
                })
                .patient(Duration.ofSeconds(10)));
        alarms.put("sometimes", "from before");
        well.await();

        schedule.watch();

        assertThat(alarms).isEmpty();
    }

    /** A dump of threads shows what hangs. */
    @Test
    void aTurnIsAThreadOfTheTasksName() throws InterruptedException {
        Map<String, String> threads = new ConcurrentHashMap<>();
        CountDownLatch ran = new CountDownLatch(1);
        schedule.begin(new Task("old-keys", SOON, () -> {
            threads.put("old-keys", Thread.currentThread().getName());
            ran.countDown();
        }));

        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(threads.get("old-keys")).contains("old-keys");
    }

    /** Nobody who stops a process waits for each of those that hang. */
    @Test
    void severalThatHangEndWithinOneTime() throws InterruptedException {
        CountDownLatch under = new CountDownLatch(5);
        CountDownLatch never = new CountDownLatch(1);
        List<Running> all = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            all.add(schedule.begin(new Task("deaf-" + n, SOON, () -> {
                under.countDown();
                while (never.getCount() > 0) {
                    try {
                        never.await();
                    } catch (InterruptedException deaf) {
                        // hangs on, as a read from a network does
                    }
                }
            })));
        }
        assertThat(under.await(10, TimeUnit.SECONDS)).isTrue();

        long started = System.nanoTime();
        Running.endAll(all, Duration.ofSeconds(1));

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
        never.countDown();
    }
}
