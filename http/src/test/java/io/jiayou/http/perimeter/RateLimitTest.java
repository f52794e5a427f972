package io.jiayou.http.perimeter;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void refusesWhatIsMoreThanAMinutesWorthAtOnce() {
        RateLimit limit = new RateLimit("actor", 3, 100, nanos::get);

        assertThat(passed(limit, "a", 10)).isEqualTo(3);
    }

    @Test
    void tellsHowLongToWaitAndHoldsToIt() {
        RateLimit limit = new RateLimit("actor", 6, 100, nanos::get);
        passed(limit, "a", 6);

        assertThat(refusal(limit, "a")).contains(Duration.ofSeconds(10));
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(refusal(limit, "a")).isEmpty();
        assertThat(refusal(limit, "a")).isPresent();
    }

    @Test
    void tellsHowMuchIsLeftAndWhenAllOfItIsAgain() {
        RateLimit limit = new RateLimit("actor", 6, 100, nanos::get);

        assertThat(limit.count("a")).contains(new Standing("actor", 6, 5, ofSeconds(10), ofSeconds(-50)));
        nanos.addAndGet(ofSeconds(5).toNanos());
        assertThat(limit.count("a")).contains(new Standing("actor", 6, 4, ofSeconds(15), ofSeconds(-45)));
        passed(limit, "a", 4);
        assertThat(limit.count("a"))
                .as("one too many costs nothing more")
                .contains(new Standing("actor", 6, 0, ofSeconds(55), ofSeconds(5)))
                .isEqualTo(limit.count("a"));
    }

    /** What is told to be left is let through, and not one more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 25, 600, 12_000})
    void holdsToWhatItTells(int perMinute) {
        RateLimit limit = new RateLimit("actor", perMinute, 100, nanos::get);
        long left = limit.count("a").orElseThrow().left();

        assertThat(left).isEqualTo(perMinute - 1);
        assertThat(passed(limit, "a", perMinute)).isEqualTo(perMinute - 1);
        assertThat(limit.count("a").orElseThrow().left()).isZero();
    }

    @Test
    void countsEachKeyForItself() {
        RateLimit limit = new RateLimit("actor", 1, 100, nanos::get);
        passed(limit, "a", 5);

        assertThat(refusal(limit, "b")).isEmpty();
    }

    @Test
    void holdsForNobodyWhenItIsZero() {
        assertThat(passed(new RateLimit("actor", 0, 100, nanos::get), "a", 10_000))
                .isEqualTo(10_000);
    }

    @Test
    void remembersNoMoreKeysThanItIsTold() {
        RateLimit limit = new RateLimit("actor", 1, 1_600, nanos::get);
        for (int n = 0; n < 100_000; n++) {
            refusal(limit, "key " + n);
        }

        // and one in each of its parts for all who are new
        assertThat(limit.size()).isLessThanOrEqualTo(1_600 + 16);
    }

    @Test
    void forgetsNobodyWhoOwesHoweverManyOthersCome() {
        RateLimit limit = new RateLimit("actor", 3, 160, nanos::get);
        passed(limit, "a", 3);
        for (int n = 0; n < 100_000; n++) {
            refusal(limit, "key " + n);
        }

        assertThat(refusal(limit, "a")).isPresent();
    }

    @Test
    void letsNewcomersShareOneRateWhileAllPlacesAreTaken() {
        RateLimit limit = new RateLimit("actor", 3, 160, nanos::get);
        for (int n = 0; n < 10_000; n++) {
            refusal(limit, "key " + n);
        }

        assertThat(refusal(limit, "new")).isPresent();
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(refusal(limit, "new")).isEmpty();
    }

    @Test
    void keepsNoKeyThatOwesNothing() {
        RateLimit limit = new RateLimit("actor", 60, 160, nanos::get);
        for (int n = 0; n < 10_000; n++) {
            assertThat(refusal(limit, "key " + n)).isEmpty();
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        }

        assertThat(limit.size()).isLessThanOrEqualTo(160);
    }

    private static Optional<Duration> refusal(RateLimit limit, String key) {
        return limit.count(key).filter(Standing::isRefused).map(Standing::nextAfter);
    }

    private static int passed(RateLimit limit, String key, int times) {
        int passed = 0;
        for (int n = 0; n < times; n++) {
            passed += refusal(limit, key).isEmpty() ? 1 : 0;
        }
        return passed;
    }
}
