package io.jiayou.http.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PlacesTest {

    @Test
    void areForSoManyAndEachOwnerHasAPart() {
        Places places = new Places(3, 2);

        assertThat(places.take("a")).isTrue();
        assertThat(places.take("a")).isTrue();
        assertThat(places.take("a")).as("more than its part").isFalse();
        assertThat(places.take("b")).isTrue();
        assertThat(places.take("c")).as("more than there are").isFalse();
        places.giveBack("a");
        assertThat(places.take("c")).isTrue();
    }

    @Test
    void rememberNobodyWhoHasNone() {
        Places places = new Places(1, 1);
        places.take("a");
        places.take("b");
        assertThat(places.owners()).isEqualTo(1);

        places.giveBack("a");

        assertThat(places.owners()).isZero();
    }

    @Test
    void areNotLostWhenWhoWaitsIsInterrupted() throws InterruptedException {
        Places places = new Places(2, 2);
        places.take("a");
        places.take("b");
        Thread waiting = Thread.ofPlatform().start(() -> places.take("a"));
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        waiting.interrupt();
        waiting.join();

        places.giveBack("b");

        assertThat(places.take("a")).isTrue();
    }

    @Test
    void areOnesOwnAgainWhenWhoWaitedForOneOfThemIsInterrupted() throws InterruptedException {
        Places places = new Places(2, 1);
        places.take("a");
        Thread waiting = Thread.ofPlatform().start(() -> places.take("a"));
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        waiting.interrupt();
        waiting.join();

        places.giveBack("a");

        assertThat(places.take("a")).isTrue();
        assertThat(places.owners()).isEqualTo(1);
    }

    @Test
    void areGivenInTheOrderInWhichTheyWereWantedButForWhoHasItsPart() throws InterruptedException {
        Places places = new Places(2, 1, Duration.ofSeconds(30));
        places.take("a");
        places.take("b");
        BlockingQueue<String> served = new LinkedBlockingQueue<>();
        for (String owner : List.of("a", "c", "d")) {
            Thread waiting = Thread.ofPlatform().start(() -> {
                if (places.take(owner)) {
                    served.add(owner);
                }
            });
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }

        places.giveBack("b");
        assertThat(served.poll(5, TimeUnit.SECONDS)).isEqualTo("c");
        places.giveBack("c");
        assertThat(served.poll(5, TimeUnit.SECONDS)).isEqualTo("d");
        places.giveBack("a");
        assertThat(served.poll(5, TimeUnit.SECONDS)).isEqualTo("a");
    }

    @Test
    void areWaitedForNoLongerThanSaidAlthoughTwoAreWaitedFor() {
        Places places = new Places(1, 1, Duration.ofMillis(200));
        places.take("a");
        long begun = System.nanoTime();

        assertThat(places.take("a")).isFalse();
        assertThat(places.take("b")).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }
}
