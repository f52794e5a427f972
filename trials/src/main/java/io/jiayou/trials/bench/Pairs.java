package io.jiayou.trials.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Measurements of A and B in turn. Whoever goes first changes from pair to pair, so that neither always meets the
 * machine in a better moment.
 *
 * @param <R> what one measurement of either gives
 */
public final class Pairs<R> {

    private final List<R> a = new ArrayList<>();
    private final List<R> b = new ArrayList<>();

    private Pairs() {}

    /**
     * Measures so many pairs, after one that isn't counted.
     *
     * @param steps told after each pair
     */
    public static <R> Pairs<R> measure(int pairs, Steps steps, Callable<R> a, Callable<R> b) throws Exception {
        Pairs<R> warmUp = new Pairs<>();
        warmUp.measure(a, b, true);
        Pairs<R> counted = new Pairs<>();
        for (int pair = 0; pair < pairs; pair++) {
            steps.at(pair + 1, pairs + 1);
            counted.measure(a, b, pair % 2 == 0);
        }
        steps.at(pairs + 1, pairs + 1);
        return counted;
    }

    private void measure(Callable<R> first, Callable<R> second, boolean firstGoesFirst) throws Exception {
        if (firstGoesFirst) {
            a.add(first.call());
            b.add(second.call());
        } else {
            b.add(second.call());
            a.add(first.call());
        }
    }

    public List<R> a() {
        return List.copyOf(a);
    }

    public List<R> b() {
        return List.copyOf(b);
    }

    /** One figure of both sides as a ratio. */
    public Ratio ratio(String what, String unit, ToDoubleFunction<R> figure, @Nullable Aim aim) {
        double[] ofA = a.stream().mapToDouble(figure).toArray();
        double[] ofB = b.stream().mapToDouble(figure).toArray();
        double[] ratios = new double[ofA.length];
        for (int pair = 0; pair < ratios.length; pair++) {
            ratios[pair] = ofA[pair] / ofB[pair];
        }
        return new Ratio(what, unit, Spread.of(ratios), Spread.of(ofA), Spread.of(ofB), ratios.length, aim);
    }
}
