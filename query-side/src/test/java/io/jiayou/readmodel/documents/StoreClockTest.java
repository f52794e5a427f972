package io.jiayou.readmodel.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jiayou.readmodel.testing.Stores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreClockTest {

    private static final Duration YEAR = Duration.ofDays(365);

    private final Stores stores = new Stores();
    private final AtomicLong nanos = new AtomicLong();
    private final StoreClock clock =
            new StoreClock(stores.database(), Clock.offset(Clock.systemUTC(), YEAR), nanos::get);

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void isThatOfTheStoreWhateverTheNodesSays() {
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
        assertThat(clock.ahead(Instant.now().plus(YEAR))).isCloseTo(YEAR, Duration.ofSeconds(5));
    }

    @Test
    void goesOnEvenlyBetweenTwoQuestions() {
        Instant before = clock.instant();
        nanos.addAndGet(Duration.ofSeconds(9).toNanos());

        assertThat(clock.instant()).isEqualTo(before.plusSeconds(9));
    }

    @Test
    void asksAgainAfterAWhile() {
        clock.instant();
        nanos.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void goesOnWhileTheStoreIsAway() {
        Instant before = clock.instant();
        stores.mongo().close();
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());

        assertThat(clock.instant()).isEqualTo(before.plusSeconds(30));
    }
}
