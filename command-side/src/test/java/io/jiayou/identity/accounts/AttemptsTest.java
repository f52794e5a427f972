package io.jiayou.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String OFFICE = "10.1.2.0/24";
    private static final String ELSEWHERE = "203.0.113.0/24";

    private static Attempts failed(Attempts before, int times, String network) {
        Attempts attempts = before;
        for (int n = 0; n < times; n++) {
            attempts = attempts.tried(network, NOW);
        }
        return attempts;
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "5, 30", "6, 60", "7, 120", "12, 3840", "19, 3840"})
    void lockANetworkForLongerWithEachFailure(int failures, long seconds) {
        Attempts attempts = failed(Attempts.NONE, failures, ELSEWHERE);

        long locked = attempts.lock(ELSEWHERE, NOW)
                .map(until -> Duration.between(NOW, until).toSeconds())
                .orElse(0L);
        assertThat(locked).isEqualTo(seconds);
    }

    @Test
    void lockNobodyElseOut() {
        Attempts attempts = failed(Attempts.NONE, 10, ELSEWHERE);

        assertThat(attempts.lock(ELSEWHERE, NOW)).isPresent();
        assertThat(attempts.lock(OFFICE, NOW)).isEmpty();
    }

    /** A guesser with many networks spends what strangers have; who logged in from somewhere before gets in there. */
    @Test
    void leaveKnownNetworksOpenWhateverStrangersDo() {
        Attempts attempts = Attempts.NONE.tried(OFFICE, NOW).succeeded(OFFICE);
        for (int n = 0; n < 1_000; n++) {
            attempts = attempts.tried("198.51." + n % 256 + ".0/24", NOW);
        }

        assertThat(attempts.lock(OFFICE, NOW)).isEmpty();
        assertThat(attempts.lock(ELSEWHERE, NOW)).isPresent();
        assertThat(attempts.tries()).hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void giveStrangersOneMoreAfterAWhile() {
        Instant sixMinutesLater = NOW.plus(Duration.ofMinutes(6));
        assertThat(strangers(Attempts.NONE, 19).lock(ELSEWHERE, NOW)).isEmpty();

        Attempts attempts = strangers(Attempts.NONE, 20);

        assertThat(attempts.lock(ELSEWHERE, NOW)).hasValue(sixMinutesLater);
        assertThat(attempts.lock(ELSEWHERE, sixMinutesLater)).isEmpty();
        assertThat(attempts.tried("192.0.2.0/24", sixMinutesLater).lock(ELSEWHERE, sixMinutesLater))
                .isPresent();
    }

    @Test
    void knowTheNetworksOfTheLastFourGoodLogins() {
        Attempts attempts = Attempts.NONE;
        for (int n = 1; n <= 5; n++) {
            attempts = attempts.tried(office(n), NOW).succeeded(office(n));
        }
        attempts = strangers(attempts, 20);

        assertThat(attempts.lock(office(1), NOW)).isPresent();
        for (int n = 2; n <= 5; n++) {
            assertThat(attempts.lock(office(n), NOW)).isEmpty();
        }
    }

    private static String office(int n) {
        return "10.1." + n + ".0/24";
    }

    /** One failure from each of so many networks. */
    private static Attempts strangers(Attempts before, int networks) {
        Attempts attempts = before;
        for (int n = 0; n < networks; n++) {
            attempts = attempts.tried("198.51." + n + ".0/24", NOW);
        }
        return attempts;
    }

    @Test
    void ofAKnownNetworkTakeNothingFromStrangers() {
        Attempts attempts = failed(Attempts.NONE.succeeded(OFFICE), 100, OFFICE);

        assertThat(attempts.lock(OFFICE, NOW)).isPresent();
        assertThat(attempts.lock(ELSEWHERE, NOW)).isEmpty();
    }

    /** Or else a guesser waits for the owner's next login to get one more. */
    @Test
    void ofStrangersAreLeftAsTheyAreByWhatAKnownNetworkDoes() {
        Attempts attempts = strangers(Attempts.NONE.succeeded(OFFICE), 20);

        assertThat(attempts.tried(OFFICE, NOW).succeeded(OFFICE).lock(ELSEWHERE, NOW))
                .isPresent();
        assertThat(attempts.tried(OFFICE, NOW).forgiven(OFFICE).lock(ELSEWHERE, NOW))
                .isPresent();
    }

    @Test
    void ofStrangersAreOneFewerOnceOneOfThemLoggedInOrCouldNotBeChecked() {
        Attempts attempts = strangers(Attempts.NONE, 20);

        assertThat(attempts.succeeded("198.51.0.0/24").lock(ELSEWHERE, NOW)).isEmpty();
        assertThat(attempts.forgiven("198.51.0.0/24").lock(ELSEWHERE, NOW)).isEmpty();
    }

    @Test
    void ofOneNetworkAreLeftAsTheyAreByWhatAnotherDoes() {
        Attempts attempts = failed(Attempts.NONE, 5, ELSEWHERE).tried(OFFICE, NOW);

        assertThat(attempts.failures(ELSEWHERE)).isEqualTo(5);
        assertThat(attempts.succeeded(OFFICE).failures(ELSEWHERE)).isEqualTo(5);
        assertThat(attempts.forgiven(OFFICE).failures(ELSEWHERE)).isEqualTo(5);
    }

    /** The account was reset between an attempt and its being taken back. */
    @Test
    void thatAreForgottenAlreadyCanBeForgiven() {
        assertThat(Attempts.NONE.forgiven(ELSEWHERE)).isEqualTo(Attempts.NONE);
    }

    /** As whoever looks after accounts sees it. */
    @Test
    void tellUntilWhenSomeNetworkIsLockedAtMost() {
        Attempts attempts = failed(failed(Attempts.NONE, 6, ELSEWHERE), 5, OFFICE);

        assertThat(attempts.latestLock()).hasValue(NOW.plusSeconds(60));
        assertThat(failed(Attempts.NONE, 4, OFFICE).latestLock()).isEmpty();
    }

    /** A clock that was a year ahead locks nobody out once it's right. */
    @Test
    void holdNoLongerThanAnyLockAfterAClockThatWasAhead() {
        Instant ahead = NOW.plus(Duration.ofDays(365));
        Attempts attempts = Attempts.NONE;
        for (int n = 0; n < 40; n++) {
            attempts = attempts.tried(ELSEWHERE, ahead);
        }

        assertThat(attempts.lock(ELSEWHERE, NOW)).isEmpty();
        assertThat(attempts.tried(OFFICE, NOW).lock(OFFICE, NOW)).isEmpty();
    }

    @Test
    void areForgottenAfterADay() {
        Attempts attempts = failed(Attempts.NONE, 12, OFFICE);
        Instant nextDay = NOW.plus(Duration.ofDays(1));

        assertThat(attempts.tried(OFFICE, nextDay).lock(OFFICE, nextDay)).isEmpty();
    }

    @Test
    void dontCountWhatNobodyCouldCheck() {
        Attempts attempts = failed(Attempts.NONE, 5, ELSEWHERE).forgiven(ELSEWHERE);

        assertThat(attempts.lock(ELSEWHERE, NOW)).isEmpty();
        assertThat(attempts.failures(ELSEWHERE)).isEqualTo(4);
    }

    @Test
    void areForgottenByAGoodLogin() {
        Attempts attempts = failed(Attempts.NONE, 4, OFFICE).succeeded(OFFICE);

        assertThat(attempts.failures(OFFICE)).isZero();
        assertThat(attempts.known()).containsExactly(OFFICE);
    }
}
