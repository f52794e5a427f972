package io.jiayou.http.perimeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final AtomicLong nanos = new AtomicLong();
    private final TimeMeter clock = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };

    @Test
    void refusesWhatIsMoreThanAMinutesWorthAtOnce() {
        RateLimit limit = new RateLimit(3, 100, clock);

        assertThat(passed(limit, "a", 10)).isEqualTo(3);
    }

    @Test
    void tellsHowLongToWaitAndHoldsToIt() {
        RateLimit limit = new RateLimit(6, 100, clock);
        passed(limit, "a", 6);

        assertThat(limit.refusal("a")).contains(Duration.ofSeconds(10));
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(limit.refusal("a")).isEmpty();
        assertThat(limit.refusal("a")).isPresent();
    }

    @Test
    void countsEachKeyForItself() {
        RateLimit limit = new RateLimit(1, 100, clock);
        passed(limit, "a", 5);

        assertThat(limit.refusal("b")).isEmpty();
    }

    @Test
    void holdsForNobodyWhenItIsZero() {
        assertThat(passed(new RateLimit(0, 100, clock), "a", 10_000)).isEqualTo(10_000);
    }

    @Test
    void remembersNoMoreKeysThanItIsTold() {
        RateLimit limit = new RateLimit(1, 1_600, clock);
        for (int n = 0; n < 100_000; n++) {
            limit.refusal("key " + n);
        }

        assertThat(limit.size()).isEqualTo(1_600);
    }

    private static int passed(RateLimit limit, String key, int times) {
        int passed = 0;
        for (int n = 0; n < times; n++) {
            passed += limit.refusal(key).isEmpty() ? 1 : 0;
        }
        return passed;
    }
}
