package io.jiayou.identity.phonelogin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NumberCodesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String LOGIN = "login";
    private static final String CHANGE = PhoneCodes.changeOf("driver-1");

    @Test
    void isGoodForItsPurposeAndForFiveMinutes() {
        NumberCodes sent = NumberCodes.NONE.sent(LOGIN, "123456", NOW);

        assertThat(isGood(sent, LOGIN, "123456", NOW.plusSeconds(299))).isTrue();
        assertThat(isGood(sent, LOGIN, "123456", NOW.plusSeconds(300))).isFalse();
        assertThat(isGood(sent, LOGIN, "654321", NOW)).isFalse();
        assertThat(isGood(sent, CHANGE, "123456", NOW)).isFalse();
    }

    @Test
    void isForOneDriverWhereItIsForAChange() {
        NumberCodes sent = NumberCodes.NONE.sent(CHANGE, "123456", NOW);

        assertThat(isGood(sent, CHANGE, "123456", NOW)).isTrue();
        assertThat(isGood(sent, PhoneCodes.changeOf("driver-2"), "123456", NOW)).isFalse();
        assertThat(isGood(sent, LOGIN, "123456", NOW)).isFalse();
    }

    /** Somebody else may have codes sent to a number: they don't burn the one that its owner waits for. */
    @Test
    void staysGoodBesideACodeForAnotherPurpose() {
        NumberCodes sent = NumberCodes.NONE.sent(LOGIN, "123456", NOW).sent(CHANGE, "654321", NOW.plusSeconds(61));

        assertThat(isGood(sent, LOGIN, "123456", NOW.plusSeconds(62))).isTrue();
        assertThat(isGood(sent, CHANGE, "654321", NOW.plusSeconds(62))).isTrue();
        assertThat(isGood(sent.sent(LOGIN, "111111", NOW.plusSeconds(130)), LOGIN, "123456", NOW.plusSeconds(131)))
                .isFalse();
    }

    @Test
    void isGoodOnce() {
        NumberCodes sent = NumberCodes.NONE.sent(LOGIN, "123456", NOW);

        assertThat(isGood(sent.without(sent.of(LOGIN, NOW).orElseThrow()), LOGIN, "123456", NOW))
                .isFalse();
    }

    @Test
    void isGoodNoMoreAfterFiveWrongOnes() {
        NumberCodes missed = NumberCodes.NONE.sent(LOGIN, "123456", NOW);
        for (int n = 0; n < 4; n++) {
            missed = missed.missed(missed.of(LOGIN, NOW).orElseThrow());
        }

        assertThat(isGood(missed, LOGIN, "123456", NOW)).isTrue();
        assertThat(missed.missed(missed.of(LOGIN, NOW).orElseThrow()).of(LOGIN, NOW))
                .isEmpty();
    }

    @Test
    void isSentOnceAMinuteAndFiveTimesAnHour() {
        NumberCodes sent = NumberCodes.NONE.sent(LOGIN, "1", NOW);
        assertThat(sent.maySend(NOW.plusSeconds(59))).isFalse();
        assertThat(sent.maySend(NOW.plusSeconds(61))).isTrue();

        Instant at = NOW;
        for (int n = 0; n < 4; n++) {
            at = at.plusSeconds(61);
            sent = sent.sent(LOGIN, "1", at);
        }
        assertThat(sent.maySend(at.plusSeconds(61))).isFalse();
        assertThat(sent.maySend(at.plus(Duration.ofHours(1)))).isTrue();
    }

    @Test
    void isSentTenTimesADay() {
        NumberCodes sent = NumberCodes.NONE;
        Instant at = NOW;
        for (int n = 0; n < 10; n++) {
            assertThat(sent.maySend(at)).isTrue();
            sent = sent.sent(LOGIN, "1", at);
            at = at.plus(Duration.ofMinutes(20));
        }
        assertThat(sent.maySend(at)).isFalse();
    }

    @Test
    void forgetsWhatAClockLeftBehindThatWasAhead() {
        NumberCodes ahead = NumberCodes.NONE.sent(LOGIN, "123456", NOW.plus(Duration.ofDays(365)));

        assertThat(ahead.maySend(NOW)).isTrue();
        assertThat(isGood(ahead, LOGIN, "123456", NOW)).isFalse();
    }

    @Test
    void isOverAfterADay() {
        NumberCodes sent = NumberCodes.NONE.sent(LOGIN, "123456", NOW);

        assertThat(sent.isOver(NOW.plus(Duration.ofHours(23)))).isFalse();
        assertThat(sent.isOver(NOW.plus(Duration.ofHours(24)))).isTrue();
    }

    @Test
    void readsARecordOfBeforePurposes() {
        String before = """
                {"hash":"ab","salt":"cd","expiresAt":"2026-03-01T08:04:00Z","triesLeft":5,"sends":["2026-03-01T07:59:30Z"]}""";

        NumberCodes read = JsonMapper.builder().build().readValue(before, NumberCodes.class);

        assertThat(read).isEqualTo(new NumberCodes(List.of(), List.of(Instant.parse("2026-03-01T07:59:30Z"))));
        assertThat(read.maySend(NOW)).isFalse();
    }

    private static boolean isGood(NumberCodes sent, String purpose, String code, Instant at) {
        return sent.of(purpose, at).filter(it -> it.isGood(code, at)).isPresent();
    }
}
