package io.jiayou.audit.timetravel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.audit.timetravel.Moment.AtInstant;
import io.jiayou.audit.timetravel.Moment.AtPosition;
import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void digitsArePositions() {
        assertThat(Moment.read("asOf", "42")).isEqualTo(new AtPosition(42));
        assertThat(Moment.read("asOf", "0")).isEqualTo(new AtPosition(0));
    }

    @Test
    void everythingElseIsAnInstant() {
        assertThat(Moment.read("asOf", "2026-03-01T20:00:00+08:00")).isEqualTo(new AtInstant(NOON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "99999999999999999999", "yesterday", "", "2026-03-01T20:00:00", "1.5"})
    void refusesWhatIsNeitherOfBoth(String given) {
        assertThatThrownBy(() -> Moment.read("asOf", given)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem()).isEqualTo(Problem.INVALID_FIELD);
            assertThat(refused.field()).isEqualTo("asOf");
        });
    }

    @Test
    void takesInWhatLiesAtTheMomentItself() {
        assertThat(new AtPosition(5).takesIn(5, NOON)).isTrue();
        assertThat(new AtPosition(5).takesIn(6, NOON)).isFalse();
        assertThat(new AtInstant(NOON).takesIn(6, NOON)).isTrue();
        assertThat(new AtInstant(NOON).takesIn(6, NOON.plusMillis(1))).isFalse();
    }

    @Test
    void comparesMomentsOfOneKind() {
        assertThat(new AtPosition(5).isAfter(new AtPosition(4))).isTrue();
        assertThat(new AtPosition(5).isAfter(new AtPosition(5))).isFalse();
        assertThat(new AtInstant(NOON).isAfter(new AtInstant(NOON.minusMillis(1))))
                .isTrue();
        assertThat(new AtInstant(NOON).isAfter(new AtPosition(0))).isFalse();
    }
}
