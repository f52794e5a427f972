package io.jiayou.trials.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private static final long MILLI = 1_000_000;

    private static Latencies upTo(int millis) {
        Latencies latencies = new Latencies();
        for (int n = millis; n >= 1; n--) {
            latencies.add(n * MILLI);
        }
        return latencies;
    }

    @Test
    void givesTheSmallestValueThatCoversTheShare() {
        Latencies latencies = upTo(2_000);
        assertThat(latencies.percentileMillis(0.5)).isEqualTo(1_000);
        assertThat(latencies.percentileMillis(0.99)).isEqualTo(1_980);
        assertThat(latencies.percentileMillis(1)).isEqualTo(2_000);
    }

    @Test
    void mergesWhatSeveralThreadsMeasured() {
        Latencies merged = Latencies.merge(List.of(upTo(10), upTo(4)));
        assertThat(merged.size()).isEqualTo(14);
        assertThat(merged.percentileMillis(1)).isEqualTo(10);
    }

    @Test
    void hasNoPercentileOfNothing() {
        assertThatIllegalStateException().isThrownBy(() -> new Latencies().percentileMillis(0.5));
    }
}
