package io.jiayou.trials.visibility;

import io.jiayou.trials.bench.Latencies;

/** Milliseconds from an acknowledgement to the sight, of many orders. */
record Delays(double p50Millis, double p99Millis) {

    static Delays of(Latencies all) {
        return new Delays(all.percentileMillis(0.5), all.percentileMillis(0.99));
    }
}
