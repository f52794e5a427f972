package io.jiayou.readmodel.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.readmodel.projection.Failure.Step;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final Progress progress = new Progress(Clock.systemUTC());

    /** The store failed once, another node took the work over, and nothing here will ever succeed at it again. */
    @Test
    void aFailureEndsWhereAnotherNodeGetsPastIt() {
        progress.advanceTo(7);
        progress.failed(Step.FOLDING, new IllegalStateException("the store is away"));

        progress.advanceTo(7);
        assertThat(progress.failure()).isNotNull();

        progress.advanceTo(8);
        assertThat(progress.failure()).isNull();
        assertThat(progress.position()).isEqualTo(8);
    }

    @Test
    void aFailureLastsUntilItsStepSucceeds() {
        progress.failed(Step.FOLDING, new IllegalStateException("an event that can't be folded"));

        progress.recovered(Step.READING);
        assertThat(progress.failure()).isNotNull();

        progress.recovered(Step.FOLDING);
        assertThat(progress.failure()).isNull();
    }
}
