package io.jiayou.trials.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairsTest {

    @Test
    void takesTurnsInGoingFirstAndDoesNotCountTheFirstPair() throws Exception {
        List<String> order = new ArrayList<>();
        Pairs<Double> pairs =
                Pairs.measure(3, (done, total) -> {}, () -> measured(order, "A", 8), () -> measured(order, "B", 2));
        assertThat(String.join("", order)).isEqualTo("ABABBAAB");
        assertThat(pairs.a()).hasSize(3);
    }

    @Test
    void dividesPairByPair() throws Exception {
        double[] a = {100, 10, 30, 40};
        double[] b = {100, 5, 10, 10};
        int[] calls = new int[2];
        Ratio ratio = Pairs.measure(3, (done, total) -> {}, () -> a[calls[0]++], () -> b[calls[1]++])
                .ratio("speed", "1/s", Double::doubleValue, Aim.atLeast(4));
        assertThat(ratio.ratio()).isEqualTo(new Spread(3, 2, 4));
        assertThat(ratio.a()).isEqualTo(new Spread(30, 10, 40));
        assertThat(ratio.reached()).isFalse();
    }

    @Test
    void saysHowFarItIs() throws Exception {
        List<String> told = new ArrayList<>();
        Pairs.measure(2, (done, total) -> told.add(done + "/" + total), () -> 1, () -> 1);
        assertThat(told).containsExactly("1/3", "2/3", "3/3");
    }

    @Test
    void reachesAnAimFromItsGoodSide() {
        assertThat(Aim.atLeast(10).reachedBy(10)).isTrue();
        assertThat(Aim.atLeast(10).reachedBy(9.9)).isFalse();
        assertThat(Aim.atMost(0.02).reachedBy(0.02)).isTrue();
        assertThat(Aim.atMost(0.02).reachedBy(0.021)).isFalse();
    }

    private static double measured(List<String> order, String name, double value) {
        order.add(name);
        return value;
    }
}
