package io.jiayou.trials.bench;

import java.util.Arrays;

/**
 * Several measurements of one thing. The machine is shared and noisy, so the middle counts and the ends are told.
 *
 * @param median the middle one; the mean of the two middle ones where there is none
 */
public record Spread(double median, double lowest, double highest) {

    /** @throws IllegalArgumentException without any value, or with one that isn't a finite number */
    public static Spread of(double... values) {
        if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("no finite measurements: " + Arrays.toString(values));
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        return new Spread((sorted[last / 2] + sorted[(last + 1) / 2]) / 2, sorted[0], sorted[last]);
    }
}
