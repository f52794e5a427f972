package io.jiayou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EachTest {

    @Test
    @Timeout(30)
    void isToldOfAsItEnds() {
        CountDownLatch heard = new CountDownLatch(1);

        List<String> ended = Each.asItEnds(
                List.of(
                        () -> {
                            heard.await();
                            return "slow";
                        },
                        () -> "fast"),
                one -> heard.countDown());

        assertThat(ended).containsExactly("fast", "slow");
    }
}
