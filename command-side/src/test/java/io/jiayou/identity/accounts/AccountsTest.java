package io.jiayou.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.access.Role;
import io.jiayou.driver.SomeDriver;
import io.jiayou.http.ProblemException;
import io.jiayou.http.bounds.Bounds;
import io.jiayou.http.bounds.Machine;
import io.jiayou.identity.credentials.CredentialsInMemory;
import io.jiayou.identity.credentials.Vault;
import io.jiayou.rules.Problem;
import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String OFFICE = "10.1.2.0/24";

    private final CredentialsInMemory credentials = new CredentialsInMemory();
    private final Accounts accounts = new Accounts(new Vault(credentials), SomeDriver.KEY);

    @Test
    void areReadAsEarlierVersionsKeptThem() {
        credentials.replace("accounts/a", null, """
                {"id":"a","name":"zhang.san","role":"AUDITOR","stationId":null,"password":"hash","oneTimeUntil":null,\
                "factor":{"secret":"S","offered":"T","lastStep":7,"recovery":["r"]},"failures":9,\
                "lockedUntil":"2026-03-01T09:00:00Z","closed":false,"createdAt":"2026-02-01T00:00:00Z"}""");

        Account account = accounts.require("a");

        assertThat(account.credentialsEpoch()).isZero();
        assertThat(account.attempts()).isEqualTo(Attempts.NONE);
        assertThat(account.factor().secret()).isEqualTo("S");
        assertThat(account.factor().enrolled("123456", NOW, List.of())).isEmpty();
        assertThat(accounts.change("a", it -> it.withRole(Role.AGENT, null)).credentialsEpoch())
                .isEqualTo(1);
        assertThat(accounts.require("a").role()).isEqualTo(Role.AGENT);
    }

    /** Two make one of a name at once, and both have found that there is none. */
    @Test
    void areTheFirstOfTheirName() {
        Account first = Account.handedOver("a", "zhang.san", Role.AGENT, null, "first", NOW);
        accounts.add(first);

        assertThatThrownBy(() -> accounts.add(Account.handedOver("a", "zhang.san", Role.AUDITOR, null, "second", NOW)))
                .isInstanceOfSatisfying(
                        RuleViolation.class, it -> assertThat(it.rule()).isEqualTo(Rule.ACCOUNT_NAME_TAKEN));

        assertThat(accounts.require("a")).isEqualTo(first);
    }

    /** The time of a refusal tells nothing: as much is read and written for a name that nobody has. */
    @Test
    void takeAsMuchForANameThatNobodyHas() {
        accounts.add(
                Account.handedOver("a", "zhang.san", Role.AGENT, null, "h", NOW).withOwnPassword("hash", OFFICE));

        assertThat(workOf("nobody")).isEqualTo(workOf("a")).isEqualTo(List.of(3, 1));
        for (int n = 0; n < Attempts.BORNE; n++) {
            workOf("a");
        }
        assertThat(accounts.meet("a", OFFICE, NOW).locked()).isTrue();
        assertThat(workOf("a")).as("locked").isEqualTo(workOf("nobody"));
    }

    /** Whoever comes while too many passwords are being checked hasn't guessed, and hears the same for every name. */
    @Test
    void countNoAttemptThatNobodyCouldCheck() {
        accounts.add(
                Account.handedOver("a", "zhang.san", Role.AGENT, null, "h", NOW).withOwnPassword("hash", OFFICE));

        assertThat(workWhileBusy("a")).isEqualTo(workWhileBusy("nobody"));

        assertThat(accounts.require("a").attempts().failures(OFFICE)).isZero();
    }

    @Test
    void takeBackNoAttemptThatWasNotCounted() {
        accounts.add(
                Account.handedOver("a", "zhang.san", Role.AGENT, null, "h", NOW).withOwnPassword("hash", OFFICE));
        for (int n = 0; n < Attempts.BORNE; n++) {
            workOf("a");
        }

        workWhileBusy("a");

        assertThat(accounts.require("a").attempts().failures(OFFICE)).isEqualTo(Attempts.BORNE);
        assertThat(accounts.require("a").lock(OFFICE, NOW)).isPresent();
    }

    /** Whoever guesses at names fills no store. */
    @Test
    void keepSixteenRecordsInPlaceOfAllNamesThatNobodyHas() {
        for (int n = 0; n < 200; n++) {
            accounts.meet("name " + n, OFFICE, NOW);
        }

        assertThat(credentials.keys("attempts-of-nobody/")).hasSize(16);
    }

    /** Reads and writes of an attempt that can't be checked. */
    private List<Integer> workWhileBusy(String id) {
        try (Busy busy = new Busy()) {
            List<Integer> before = credentials.work();
            Met met = accounts.meet(id, OFFICE, NOW);
            assertThatThrownBy(() -> accounts.fitting(met, busy, "any", OFFICE, NOW))
                    .isSameAs(busy.refusal);
            return workSince(before);
        }
    }

    /** Where too many wait already. */
    private static final class Busy extends Passwords implements AutoCloseable {

        private final ProblemException refusal = new ProblemException(Problem.UNAVAILABLE, null, "too many");

        private Busy() {
            super(Bounds.of(new Machine(512L << 20, 2), Map.of()));
        }

        @Override
        boolean matches(String password, String hash) {
            throw refusal;
        }

        @Override
        public void close() {
            super.close();
        }
    }

    private List<Integer> workSince(List<Integer> before) {
        List<Integer> after = credentials.work();
        return List.of(after.get(0) - before.get(0), after.get(1) - before.get(1));
    }

    /** Reads and writes of an attempt that fails. */
    private List<Integer> workOf(String id) {
        List<Integer> before = credentials.work();
        Met met = accounts.meet(id, OFFICE, NOW);
        accounts.decide(met, it -> Admission.decide(it, new Admission.Shown(null, null, OFFICE), NOW));
        return workSince(before);
    }
}
