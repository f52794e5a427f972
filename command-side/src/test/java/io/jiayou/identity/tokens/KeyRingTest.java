package io.jiayou.identity.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void beginsWithAKeyThatSignsAtOnce() {
        KeyRing ring = KeyRing.EMPTY.at(START, SigningKey::generated);

        assertThat(ring.keys()).hasSize(1);
        assertThat(ring.signing(START)).isEqualTo(ring.keys().getFirst());
    }

    @Test
    void staysAsItIsInTheMiddleOfAKeysLife() {
        KeyRing ring = KeyRing.EMPTY.at(START, SigningKey::generated);

        assertThat(ring.at(START.plus(Duration.ofDays(15)), SigningKey::generated))
                .isSameAs(ring);
    }

    @Test
    void publishesTheNextKeyBeforeItSigns() {
        KeyRing first = KeyRing.EMPTY.at(START, SigningKey::generated);
        Instant nearTheEnd = START.plus(KeyRing.LIFE).minus(Duration.ofMinutes(30));

        KeyRing both = first.at(nearTheEnd, SigningKey::generated);

        assertThat(both.keys()).hasSize(2);
        assertThat(both.signing(nearTheEnd)).isEqualTo(first.keys().getFirst());
        assertThat(both.signing(START.plus(KeyRing.LIFE))).isEqualTo(both.keys().getLast());
    }

    @Test
    void publishesTheLastKeyUntilItsTokensAreOver() {
        KeyRing both = KeyRing.EMPTY
                .at(START, SigningKey::generated)
                .at(START.plus(KeyRing.LIFE).minus(Duration.ofMinutes(30)), SigningKey::generated);

        KeyRing overlap = both.at(START.plus(KeyRing.LIFE).plus(Duration.ofMinutes(10)), SigningKey::generated);
        KeyRing after = both.at(START.plus(KeyRing.LIFE).plus(Duration.ofMinutes(15)), SigningKey::generated);

        assertThat(overlap.keys()).hasSize(2);
        assertThat(after.keys()).containsExactly(both.keys().getLast());
    }

    @Test
    void findsANewKeyAfterALongPause() {
        KeyRing old = KeyRing.EMPTY.at(START, SigningKey::generated);
        Instant later = START.plus(Duration.ofDays(400));

        KeyRing ring = old.at(later, SigningKey::generated);

        assertThat(ring.keys()).hasSize(1).doesNotContainAnyElementsOf(old.keys());
        assertThat(ring.signing(later).signsFrom()).isEqualTo(later);
    }

    @Test
    void takesAKeyThatDoesntSignYetForNoCover() {
        KeyRing ahead = KeyRing.EMPTY.at(START.plus(Duration.ofMinutes(30)), SigningKey::generated);

        KeyRing ring = ahead.at(START, SigningKey::generated);

        assertThat(ring.keys())
                .hasSize(2)
                .as("in the order in which they sign")
                .endsWith(ahead.keys().getFirst());
        assertThat(ring.signing(START).signsFrom()).isEqualTo(START);
        assertThat(ring.at(START, SigningKey::generated)).isSameAs(ring);
    }

    @Test
    void dropsKeysThatBeginMoreThanAnHourFromNow() {
        KeyRing within = KeyRing.EMPTY.at(START.plus(Duration.ofHours(1)), SigningKey::generated);
        KeyRing beyond = KeyRing.EMPTY.at(START.plus(Duration.ofHours(1)).plusSeconds(1), SigningKey::generated);

        assertThat(within.at(START, SigningKey::generated).keys()).containsAll(within.keys());
        assertThat(beyond.at(START, SigningKey::generated).keys()).doesNotContainAnyElementsOf(beyond.keys());
    }

    @Test
    void dropsKeysThatBeginLaterThanAnyNextOneWould() {
        KeyRing ahead = KeyRing.EMPTY.at(START.plus(Duration.ofDays(365)), SigningKey::generated);

        assertThat(ahead.at(START, SigningKey::generated).keys()).hasSize(1).doesNotContainAnyElementsOf(ahead.keys());
    }
}
