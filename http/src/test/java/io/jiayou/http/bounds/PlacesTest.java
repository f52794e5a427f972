package io.jiayou.http.bounds;

import static org.assertj.core.api.Assertions.assertThat;

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
}
