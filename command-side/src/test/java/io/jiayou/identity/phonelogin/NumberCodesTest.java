package io.jiayou.identity.phonelogin;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.identity.credentials.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NumberCodesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String LOGIN = "login";
    private static final String HERE = "here";
    private static final String ELSEWHERE = "elsewhere";
    private static final String CHANGE = PhoneCodes.changeOf("driver-1");

    @Test
    void isGoodForItsPurposeAndForFiveMinutes() {
        NumberCodes sent = NumberCodes.NONE.sent(LOGIN, "123456", HERE, NOW);

        assertThat(isGood(sent, LOGIN, "123456", NOW.plusSeconds(299))).isTrue();
        assertThat(isGood(sent, LOGIN, "123456", NOW.plusSeconds(300))).isFalse();
        assertThat(isGood(sent, LOGIN, "654321", NOW)).isFalse();
        assertThat(isGood(sent, CHANGE, "123456", NOW)).isFalse();
    }

    @Test
    void isForOneDriverWhereItIsForAChange() {
        NumberCodes sent = NumberCodes.NONE.sent(CHANGE, "123456", HERE, NOW);

        assertThat(isGood(sent, CHANGE, "123456", NOW)).isTrue();
        assertThat(isGood(sent, PhoneCodes.changeOf("driver-2"), "123456", NOW)).isFalse();
        assertThat(isGood(sent, LOGIN, "123456", NOW)).isFalse();
        assertThat(PhoneCodes.changeOf("driver-1")).isNotEqualTo(PhoneCodes.changeOf("driver-2"));
    }

    /** Somebody else may have codes sent to a number: they don't burn the one that its owner waits for. */
    @Test
    void staysGoodBesideACodeForAnotherPurpose() {
        NumberCodes sent =
                NumberCodes.NONE.sent(LOGIN, "123456", HERE, NOW).sent(CHANGE, "654321", HERE, NOW.plusSeconds(61));

        assertThat(isGood(sent, LOGIN, "123456", NOW.plusSeconds(62))).isTrue();
        assertThat(isGood(sent, CHANGE, "654321", NOW.plusSeconds(62))).isTrue();
        assertThat(isGood(
                        sent.sent(LOGIN, "111111", HERE, NOW.plusSeconds(130)), LOGIN, "123456", NOW.plusSeconds(131)))
                .isFalse();
    }

    @Test
    void isGoodOnce() {
        NumberCodes sent = NumberCodes.NONE.sent(LOGIN, "123456", HERE, NOW);

        assertThat(isGood(sent.without(sent.of(LOGIN, HERE, NOW).orElseThrow()), LOGIN, "123456", NOW))
                .isFalse();
    }

    @Test
    void isGoodStillAfterACodeForAnotherPurposeWasUsed() {
        NumberCodes sent =
                NumberCodes.NONE.sent(LOGIN, "123456", HERE, NOW).sent(CHANGE, "654321", HERE, NOW.plusSeconds(61));
        Instant later = NOW.plusSeconds(62);

        NumberCodes used = sent.without(sent.of(CHANGE, HERE, later).orElseThrow());

        assertThat(isGood(used, CHANGE, "654321", later)).isFalse();
        assertThat(isGood(used, LOGIN, "123456", later)).isTrue();
    }

    @Test
    void isGoodNoMoreForANetworkAfterFiveWrongOnesFromIt() {
        NumberCodes missed = missed(NumberCodes.NONE.sent(LOGIN, "123456", HERE, NOW), 4, ELSEWHERE);
        assertThat(missed.of(LOGIN, ELSEWHERE, NOW)).isPresent();

        missed = missed(missed, 1, ELSEWHERE);

        assertThat(missed.of(LOGIN, ELSEWHERE, NOW)).isEmpty();
        assertThat(isGood(missed, LOGIN, "123456", NOW)).isTrue();
    }

    @Test
    void isGoodNoMoreForAnybodyAfterTwentyWrongOnes() {
        NumberCodes missed = NumberCodes.NONE.sent(LOGIN, "123456", HERE, NOW);
        for (String network : List.of("n1", "n2", "n3")) {
            missed = missed(missed, 5, network);
        }
        missed = missed(missed, 4, "n4");
        assertThat(isGood(missed, LOGIN, "123456", NOW)).isTrue();

        assertThat(isGood(missed(missed, 1, "n4"), LOGIN, "123456", NOW)).isFalse();
    }

    @Test
    void isSentOnceAMinuteAndFiveTimesAnHour() {
        NumberCodes sent = NumberCodes.NONE.sent(LOGIN, "1", "n0", NOW);
        assertThat(sent.lockedUntil(HERE, NOW.plusSeconds(59))).hasValue(NOW.plusSeconds(60));
        assertThat(sent.lockedUntil(HERE, NOW.plusSeconds(60))).isEmpty();

        Instant at = NOW;
        for (int n = 1; n < 5; n++) {
            at = at.plusSeconds(61);
            sent = sent.sent(LOGIN, "1", "n" + n, at);
        }
        assertThat(sent.lockedUntil(HERE, at.plusSeconds(61))).hasValue(NOW.plus(Duration.ofHours(1)));
        assertThat(sent.lockedUntil(HERE, NOW.plus(Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void isSentTenTimesADay() {
        NumberCodes sent = NumberCodes.NONE;
        Instant at = NOW;
        for (int n = 0; n < 10; n++) {
            assertThat(sent.lockedUntil("n" + n, at)).isEmpty();
            sent = sent.sent(LOGIN, "1", "n" + n, at);
            at = at.plus(Duration.ofMinutes(20));
        }
        assertThat(sent.lockedUntil(HERE, at)).hasValue(NOW.plus(Duration.ofDays(1)));
    }

    /** Whoever uses up what one network may have leaves some to the number's owner, who is elsewhere. */
    @Test
    void isSentToOneNetworkThreeTimesAnHourAndThenToOthersStill() {
        NumberCodes sent = NumberCodes.NONE;
        Instant at = NOW;
        for (int n = 0; n < 3; n++) {
            assertThat(sent.lockedUntil(ELSEWHERE, at)).isEmpty();
            sent = sent.sent(LOGIN, "1", ELSEWHERE, at);
            at = at.plusSeconds(61);
        }

        assertThat(sent.lockedUntil(ELSEWHERE, at)).hasValue(NOW.plus(Duration.ofHours(1)));
        assertThat(sent.lockedUntil(HERE, at)).isEmpty();
        assertThat(sent.sent(LOGIN, "1", HERE, at).lockedUntil(HERE, at.plusSeconds(61)))
                .isEmpty();
    }

    @Test
    void isSentToOneNetworkSixTimesADayAndThenToOthersStill() {
        NumberCodes sent = NumberCodes.NONE;
        Instant at = NOW;
        for (int n = 0; n < 6; n++) {
            assertThat(sent.lockedUntil(ELSEWHERE, at)).isEmpty();
            sent = sent.sent(LOGIN, "1", ELSEWHERE, at);
            at = at.plus(Duration.ofMinutes(30));
        }

        assertThat(sent.lockedUntil(ELSEWHERE, at)).hasValue(NOW.plus(Duration.ofDays(1)));
        assertThat(sent.lockedUntil(HERE, at)).isEmpty();
    }

    @Test
    void forgetsWhatAClockLeftBehindThatWasAhead() {
        NumberCodes ahead = NumberCodes.NONE.sent(LOGIN, "123456", HERE, NOW.plus(Duration.ofDays(365)));

        assertThat(ahead.lockedUntil(HERE, NOW)).isEmpty();
        assertThat(isGood(ahead, LOGIN, "123456", NOW)).isFalse();
    }

    @Test
    void forgetsCodesThatAreOver() {
        Instant over = NOW.plusSeconds(300);
        NumberCodes sent = NumberCodes.NONE.sent(LOGIN, "123456", HERE, NOW);

        assertThat(sent.of(LOGIN, HERE, over)).isEmpty();
        assertThat(sent.sent(CHANGE, "654321", HERE, over).codes())
                .singleElement()
                .satisfies(it -> assertThat(it.purpose()).isEqualTo(CHANGE));
    }

    /** However long somebody has codes sent to a number, its record doesn't grow. */
    @Test
    void forgetsWhatWasSentMoreThanADayAgo() {
        Instant nextDay = NOW.plus(Duration.ofDays(1));
        NumberCodes sent = NumberCodes.NONE.sent(LOGIN, "1", HERE, NOW);

        assertThat(sent.sent(LOGIN, "1", HERE, nextDay.minusMillis(1)).sends()).hasSize(2);
        NumberCodes later = sent.sent(LOGIN, "1", ELSEWHERE, nextDay);
        assertThat(later.sends()).containsExactly(nextDay);
        assertThat(later.asked()).containsExactly(new NumberCodes.Asked(ELSEWHERE, nextDay));
    }

    @Test
    void isOverAfterADay() {
        NumberCodes sent = NumberCodes.NONE.sent(LOGIN, "123456", HERE, NOW);

        assertThat(sent.isOver(NOW.plus(Duration.ofHours(23)))).isFalse();
        assertThat(sent.isOver(NOW.plus(Duration.ofHours(24)))).isTrue();
    }

    @Test
    void readsARecordOfBeforePurposes() {
        String before = """
                {"hash":"ab","salt":"cd","expiresAt":"2026-03-01T08:04:00Z","triesLeft":5,"sends":["2026-03-01T07:59:30Z"]}""";

        NumberCodes read = JsonMapper.builder().build().readValue(before, NumberCodes.class);

        assertThat(read)
                .isEqualTo(new NumberCodes(List.of(), List.of(Instant.parse("2026-03-01T07:59:30Z")), List.of()));
        assertThat(read.lockedUntil(HERE, NOW)).hasValue(NOW.plusSeconds(30));
    }

    /** It has as many tries in all as it had then. */
    @Test
    void readsARecordOfBeforeNetworks() {
        String before = """
                {"codes":[{"purpose":"login","hash":"%s","salt":"cd","expiresAt":"2026-03-01T08:04:00Z","triesLeft":2}],
                "sends":["2026-03-01T07:59:30Z"]}""".formatted(Secrets.hash("cd123456"));

        NumberCodes read = JsonMapper.builder().build().readValue(before, NumberCodes.class);

        assertThat(isGood(read, LOGIN, "123456", NOW)).isTrue();
        assertThat(isGood(missed(read, 1, ELSEWHERE), LOGIN, "123456", NOW)).isTrue();
        assertThat(isGood(missed(read, 2, ELSEWHERE), LOGIN, "123456", NOW)).isFalse();
        assertThat(read.sent(LOGIN, "1", HERE, NOW).asked()).hasSize(1);
    }

    @Test
    void isReadAsItWasWritten() {
        JsonMapper json = JsonMapper.builder().build();
        NumberCodes written = missed(NumberCodes.NONE.sent(LOGIN, "123456", HERE, NOW), 3, ELSEWHERE);

        assertThat(json.readValue(json.writeValueAsString(written), NumberCodes.class))
                .isEqualTo(written);
    }

    private static NumberCodes missed(NumberCodes before, int times, String network) {
        NumberCodes missed = before;
        for (int n = 0; n < times; n++) {
            missed = missed.missed(missed.of(LOGIN, network, NOW).orElseThrow(), network);
        }
        return missed;
    }

    private static boolean isGood(NumberCodes sent, String purpose, String code, Instant at) {
        return sent.of(purpose, HERE, at).filter(it -> it.isGood(code, at)).isPresent();
    }
}
