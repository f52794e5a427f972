package io.jiayou.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.access.Role;
import io.jiayou.identity.credentials.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

    private static final String HERE = "10.1.2.0/24";
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    /** RFC 6238, appendix B: the ASCII text 12345678901234567890 in Base32. */
    private static final String RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @Test
    void asksForAnOwnPasswordFirstAndThenForASecondFactor() {
        Account handedOver = account(Role.AGENT);

        assertThat(handedOver.missing()).isEqualTo("change-password");
        assertThat(handedOver.withOwnPassword("hash", HERE).missing()).isEqualTo("enrol-second-factor");
        assertThat(account(Role.ATTENDANT).withOwnPassword("hash", HERE).missing())
                .isNull();
    }

    @Test
    void takesNoOneTimePasswordAfterItsDay() {
        Account handedOver = account(Role.AGENT);

        assertThat(handedOver.isUsable(NOW.plus(Account.ONE_TIME).minusSeconds(1)))
                .isTrue();
        assertThat(handedOver.isUsable(NOW.plus(Account.ONE_TIME))).isFalse();
    }

    /** It is too long to be guessed: nobody keeps the first account out before its owner comes. */
    @Test
    void isNeverLockedWhileItsPasswordIsAOneTimePassword() {
        Account handedOver = account(Role.OPERATIONS);
        for (int n = 0; n < 100; n++) {
            handedOver = handedOver.tried(HERE, NOW);
        }

        assertThat(handedOver.lock(HERE, NOW)).isEmpty();
    }

    /** The last six of the eight digits of RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "20000000000, 353130"})
    void makesTheCodesOfTheStandard(long seconds, String code) {
        assertThat(TimeCodes.code(RFC_SECRET, Instant.ofEpochSecond(seconds))).isEqualTo(code);
    }

    @Test
    void takesACodeOfTheStepsAroundNowAndOnlyOnce() {
        Instant now = Instant.ofEpochSecond(1_111_111_111L);
        String before = TimeCodes.code(RFC_SECRET, now.minusSeconds(30));

        OptionalLong step = TimeCodes.step(RFC_SECRET, before, now, 0);

        assertThat(step).isPresent();
        assertThat(TimeCodes.step(RFC_SECRET, before, now, step.getAsLong())).isEmpty();
        assertThat(TimeCodes.step(RFC_SECRET, before, now.plusSeconds(60), 0)).isEmpty();
    }

    @Test
    void takesCodesAgainAfterAClockThatWasAhead() {
        Instant now = Instant.ofEpochSecond(1_111_111_111L);
        long ofNextYear = now.plus(Duration.ofDays(365)).getEpochSecond() / 30;
        String code = TimeCodes.code(RFC_SECRET, now);

        OptionalLong step = TimeCodes.step(RFC_SECRET, code, now, ofNextYear);

        assertThat(step).hasValue(now.getEpochSecond() / 30);
        assertThat(TimeCodes.step(RFC_SECRET, code, now, step.getAsLong())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "P@ssw0rd2026!",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "123456789012",
                "qwertyuiop12",
                "Jiayou-2026!!",
                "operations123",
                "1qaz2wsx3edc",
                "zhangsan2026!",
                "zyxwvutsrqpo"
            })
    void refusesPasswordsThatAreGuessedFirst(String password) {
        assertThat(CommonPasswords.isCommon(password, "zhangsan")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "银杏树下的白鹭飞过长风里", "k7#Lm2-vQ9xTz4", "fuel the blue lorry"})
    void takesOthers(String password) {
        assertThat(CommonPasswords.isCommon(password, "zhangsan")).isFalse();
    }

    private static Account account(Role role) {
        return Account.handedOver("a", "zhangsan", role, null, "hash", NOW);
    }

    @Test
    void usesEachRecoveryCodeUp() {
        List<String> hashes = List.of(Secrets.hash("one"), Secrets.hash("two"));
        SecondFactor factor = SecondFactor.of(RFC_SECRET, 1, hashes);

        assertThat(factor.used("one", NOW))
                .hasValueSatisfying(it -> assertThat(it.recovery()).containsExactly(Secrets.hash("two")));
        assertThat(factor.used("three", NOW)).isEmpty();
    }

    @Test
    void keepsSecretsOutOfLogs() {
        assertThat(account(Role.AGENT)).hasToString("account a");
        assertThat(SecondFactor.NONE).hasToString("no second factor");
        assertThat(SecondFactor.of(RFC_SECRET, 1, List.of())).hasToString("a second factor");
        assertThat(new Admission.Shown("hash", "123456", HERE)).hasToString("what was shown from 10.1.2.0/24");
        assertThat(new OwnAccount.Offer(RFC_SECRET, "otpauth://totp")).hasToString("an offer");
        assertThat(new AccountAdministration.Handover("a", "zhangsan", "one-time"))
                .hasToString("handover of a");
    }

    @Test
    void takesAnOfferedSecretForTenMinutes() {
        SecondFactor offering = SecondFactor.NONE.offer(RFC_SECRET, NOW);

        assertThat(offering.enrolled(TimeCodes.code(RFC_SECRET, NOW), NOW, List.of()))
                .isPresent();
        Instant late = NOW.plusSeconds(600);
        assertThat(offering.enrolled(TimeCodes.code(RFC_SECRET, late), late, List.of()))
                .isEmpty();
    }
}
