package io.jiayou.identity.phonelogin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PhoneCodeTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @Test
    void isGoodOnceAndForFiveMinutes() {
        PhoneCode sent = PhoneCode.NONE.sent("123456", NOW);

        assertThat(sent.isGood("123456", NOW.plusSeconds(299))).isTrue();
        assertThat(sent.isGood("123456", NOW.plusSeconds(300))).isFalse();
        assertThat(sent.isGood("654321", NOW)).isFalse();
        assertThat(sent.used().isGood("123456", NOW)).isFalse();
    }

    @Test
    void isGoodNoMoreAfterFiveWrongOnes() {
        PhoneCode missed = PhoneCode.NONE.sent("123456", NOW);
        for (int n = 0; n < 4; n++) {
            missed = missed.missed();
        }

        assertThat(missed.isGood("123456", NOW)).isTrue();
        assertThat(missed.missed().isGood("123456", NOW)).isFalse();
    }

    @Test
    void isSentOnceAMinuteAndFiveTimesAnHour() {
        PhoneCode sent = PhoneCode.NONE.sent("1", NOW);
        assertThat(sent.maySend(NOW.plusSeconds(59))).isFalse();
        assertThat(sent.maySend(NOW.plusSeconds(61))).isTrue();

        Instant at = NOW;
        for (int n = 0; n < 4; n++) {
            at = at.plusSeconds(61);
            sent = sent.sent("1", at);
        }
        assertThat(sent.maySend(at.plusSeconds(61))).isFalse();
        assertThat(sent.maySend(at.plus(Duration.ofHours(1)))).isTrue();
    }

    @Test
    void isSentTenTimesADay() {
        PhoneCode sent = PhoneCode.NONE;
        Instant at = NOW;
        for (int n = 0; n < 10; n++) {
            assertThat(sent.maySend(at)).isTrue();
            sent = sent.sent("1", at);
            at = at.plus(Duration.ofMinutes(20));
        }
        assertThat(sent.maySend(at)).isFalse();
    }
}
