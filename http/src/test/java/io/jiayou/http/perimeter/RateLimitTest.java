package io.jiayou.http.perimeter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void refusesWhatIsMoreThanAMinutesWorthAtOnce() {
        RateLimit limit = new RateLimit(3, 100, nanos::get);

        assertThat(passed(limit, "a", 10)).isEqualTo(3);
    }

    @Test
    void tellsHowLongToWaitAndHoldsToIt() {
        RateLimit limit = new RateLimit(6, 100, nanos::get);
        passed(limit, "a", 6);

        assertThat(limit.refusal("a")).contains(Duration.ofSeconds(10));
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(limit.refusal("a")).isEmpty();
        assertThat(limit.refusal("a")).isPresent();
    }

    @Test
    void countsEachKeyForItself() {
        RateLimit limit = new RateLimit(1, 100, nanos::get);
        passed(limit, "a", 5);

        assertThat(limit.refusal("b")).isEmpty();
    }

    @Test
    void holdsForNobodyWhenItIsZero() {
        assertThat(passed(new RateLimit(0, 100, nanos::get), "a", 10_000)).isEqualTo(10_000);
    }

    @Test
    void remembersNoMoreKeysThanItIsTold() {
        RateLimit limit = new RateLimit(1, 1_600, nanos::get);
        for (int n = 0; n < 100_000; n++) {
            limit.refusal("key " + n);
        }

        // and one in each of its parts for all who are new
        assertThat(limit.size()).isLessThanOrEqualTo(1_600 + 16);
    }

    @Test
    void forgetsNobodyWhoOwesHoweverManyOthersCome() {
        RateLimit limit = new RateLimit(3, 160, nanos::get);
        passed(limit, "a", 3);
        for (int n = 0; n < 100_000; n++) {
            limit.refusal("key " + n);
        }

        assertThat(limit.refusal("a")).isPresent();
    }

    @Test
    void letsNewcomersShareOneRateWhileAllPlacesAreTaken() {
        RateLimit limit = new RateLimit(3, 160, nanos::get);
        for (int n = 0; n < 10_000; n++) {
            limit.refusal("key " + n);
        }

        assertThat(limit.refusal("new")).isPresent();
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(limit.refusal("new")).isEmpty();
    }

    @Test
    void keepsNoKeyThatOwesNothing() {
        RateLimit limit = new RateLimit(60, 160, nanos::get);
        for (int n = 0; n < 10_000; n++) {
            assertThat(limit.refusal("key " + n)).isEmpty();
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        }

        assertThat(limit.size()).isLessThanOrEqualTo(160);
    }

    private static int passed(RateLimit limit, String key, int times) {
        int passed = 0;
        for (int n = 0; n < times; n++) {
            passed += limit.refusal(key).isEmpty() ? 1 : 0;
        }
        return passed;
    }
}
