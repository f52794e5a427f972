package io.jiayou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;

class RehearsalTest {

    /** A developer's shell may name the stores of a system that is in use. */
    @Test
    void readsNothingThatTheEnvironmentOfTheBuildSets() {
        String set = System.getenv().keySet().iterator().next();
        assertThat(new StandardEnvironment().containsProperty(set)).isTrue();

        assertThat(Rehearsal.withoutSettings().containsProperty(set)).isFalse();
        assertThat(Rehearsal.withoutSettings().containsProperty("java.home")).isTrue();
    }
}
