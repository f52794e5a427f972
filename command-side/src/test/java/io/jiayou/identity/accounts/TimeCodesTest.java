package io.jiayou.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeCodesTest {

    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111L);
    private static final long STEP = 1_111_111_111L / 30;

    @Test
    void areOfOneStepBeforeAndOneAfterTooSinceClocksDiffer() {
        assertThat(TimeCodes.step(SECRET, code(-30), NOW, 0)).hasValue(STEP - 1);
        assertThat(TimeCodes.step(SECRET, code(0), NOW, 0)).hasValue(STEP);
        assertThat(TimeCodes.step(SECRET, code(30), NOW, 0)).hasValue(STEP + 1);
        assertThat(TimeCodes.step(SECRET, code(-60), NOW, 0)).isEmpty();
        assertThat(TimeCodes.step(SECRET, code(60), NOW, 0)).isEmpty();
    }

    @Test
    void areNoneAfterTheyWereUsed() {
        assertThat(TimeCodes.step(SECRET, code(0), NOW, STEP - 1)).isPresent();
        assertThat(TimeCodes.step(SECRET, code(0), NOW, STEP)).isEmpty();
    }

    /** The app's clock is ahead of ours by a step: its code counts, and then neither it nor an earlier one does again. */
    @Test
    void areNoneAfterTheNextStepsWasUsed() {
        assertThat(TimeCodes.step(SECRET, code(30), NOW, STEP + 1)).isEmpty();
        assertThat(TimeCodes.step(SECRET, code(0), NOW, STEP + 1)).isEmpty();
    }

    @Test
    void comeFromSecretsOf160BitsThatNobodyHadBefore() {
        assertThat(TimeCodes.newSecret()).matches("[A-Z2-7]{32}").isNotEqualTo(TimeCodes.newSecret());
    }

    @Test
    void areMadeByAnAppThatReadsAnAddress() {
        assertThat(TimeCodes.uri("zhang.san", SECRET))
                .isEqualTo("otpauth://totp/Jiayou:zhang.san?secret=" + SECRET + "&issuer=Jiayou");
    }

    private static String code(int seconds) {
        return TimeCodes.code(SECRET, NOW.plusSeconds(seconds));
    }
}
