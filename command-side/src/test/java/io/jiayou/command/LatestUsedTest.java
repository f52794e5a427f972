package io.jiayou.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatestUsedTest {

    @Test
    void forgetsWhatWasNotUsedForTheLongestTime() {
        LatestUsed<String, Integer> kept = new LatestUsed<>(2);
        kept.put("a", 1);
        kept.put("b", 2);
        kept.get("a");
        kept.put("c", 3);

        assertThat(kept).containsOnlyKeys("a", "c");
    }
}
