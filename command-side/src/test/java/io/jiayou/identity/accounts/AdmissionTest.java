package io.jiayou.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.access.Role;
import io.jiayou.identity.credentials.Decided;
import io.jiayou.identity.credentials.Secrets;
import io.jiayou.identity.events.RefusalReason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is decided about a login after its password was hashed, when the account may be another by then. */
class AdmissionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String OFFICE = "10.1.2.0/24";
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final Account AUDITOR = Account.handedOver("a", "zhang.san", Role.AUDITOR, null, "one-time", NOW)
            .withOwnPassword("hash", OFFICE)
            .enrolled(SecondFactor.of(SECRET, 0, List.of(Secrets.hash("spare"))));

    private static Decided<Account, Admission> decided(Account account, @Nullable String hash, @Nullable String code) {
        return Admission.decide(account, new Admission.Shown(hash, code, OFFICE), NOW);
    }

    private static RefusalReason reason(Decided<Account, Admission> decided) {
        assertThat(decided.change()).isFalse();
        return ((Admission.Refused) decided.answer()).reason();
    }

    @Test
    void admitsByPasswordAndCodeAndUsesTheCodeUp() {
        String code = TimeCodes.code(SECRET, NOW);

        Decided<Account, Admission> decided = decided(AUDITOR, "hash", code);

        assertThat(((Admission.Admitted) decided.answer()).byRecoveryCode()).isFalse();
        Account after = Objects.requireNonNull(decided.after());
        assertThat(reason(decided(after, "hash", code))).isEqualTo(RefusalReason.SECOND_FACTOR);
    }

    @Test
    void refusesAPasswordThatWasReplacedMeanwhile() {
        Account changed = AUDITOR.withOwnPassword("another", OFFICE);

        assertThat(reason(decided(changed, "hash", TimeCodes.code(SECRET, NOW))))
                .isEqualTo(RefusalReason.PASSWORD);
    }

    /** Whoever has the password alone doesn't get past the second factor while the account is reset. */
    @Test
    void refusesWhoHasTheOldPasswordWhenTheAccountWasResetMeanwhile() {
        Account reset = AUDITOR.reset("one-time", NOW);

        assertThat(reset.factor().secret()).isNull();
        assertThat(reason(decided(reset, "hash", null))).isEqualTo(RefusalReason.PASSWORD);
    }

    @Test
    void refusesAnAccountThatWasClosedMeanwhile() {
        assertThat(reason(decided(AUDITOR.closed(true), "hash", TimeCodes.code(SECRET, NOW))))
                .isEqualTo(RefusalReason.CLOSED);
    }

    @Test
    void admitsInTheRoleThatTheAccountHasNow() {
        Account demoted = AUDITOR.withRole(Role.AGENT, null);

        Decided<Account, Admission> decided = decided(demoted, "hash", TimeCodes.code(SECRET, NOW));

        assertThat(((Admission.Admitted) decided.answer()).account().role()).isEqualTo(Role.AGENT);
    }

    @Test
    void saysWhenARecoveryCodeWasUsedUp() {
        Decided<Account, Admission> decided = decided(AUDITOR, "hash", "spare");

        assertThat(((Admission.Admitted) decided.answer()).byRecoveryCode()).isTrue();
        Account after = Objects.requireNonNull(decided.after());
        assertThat(reason(decided(after, "hash", "spare"))).isEqualTo(RefusalReason.SECOND_FACTOR);
    }

    @Test
    void raisesTheEpochWithEachChangeOfWhatProvesOrAllows() {
        Instant later = NOW.plusSeconds(1);
        long before = AUDITOR.credentialsEpoch();

        assertThat(List.of(
                        AUDITOR.withOwnPassword("another", OFFICE),
                        AUDITOR.reset("another", later),
                        AUDITOR.withRole(Role.AGENT, null),
                        AUDITOR.closed(true),
                        AUDITOR.enrolled(SecondFactor.of(SECRET, 0, List.of()))))
                .allSatisfy(it -> assertThat(it.credentialsEpoch()).isEqualTo(before + 1));
        assertThat(AUDITOR.tried(OFFICE, later).credentialsEpoch()).isEqualTo(before);
    }
}
