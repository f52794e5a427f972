package io.jiayou.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.access.Role;
import io.jiayou.driver.SomeDriver;
import io.jiayou.identity.credentials.CredentialsInMemory;
import io.jiayou.identity.credentials.Vault;
import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class OperatorsTest {

    private static final int RACES = 200;
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final Vault vault = new Vault(new CredentialsInMemory());
    private final Accounts accounts = new Accounts(vault, SomeDriver.KEY);

    private Operators operators(Instant now) {
        return new Operators(vault, accounts, Clock.fixed(now, ZoneOffset.UTC));
    }

    private void account(String id) {
        accounts.add(Account.handedOver(id, id, Role.OPERATIONS, null, "hash", NOW));
    }

    /** As two nodes would, each with its own part of the program. */
    private boolean demoted(Operators operators, String id) {
        try {
            operators.letGo(id);
            accounts.change(id, it -> it.withRole(Role.AGENT, null));
            return true;
        } catch (RuleViolation last) {
            return false;
        }
    }

    @Test
    void keepOneOfTwoWhoDemoteEachOtherAtOnce() throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            for (int n = 0; n < RACES; n++) {
                OperatorsTest race = new OperatorsTest();
                race.account("one");
                race.account("other");
                Operators here = race.operators(NOW);
                Operators there = race.operators(NOW);

                List<Callable<Boolean>> both =
                        List.of(() -> race.demoted(here, "one"), () -> race.demoted(there, "other"));
                int demoted = 0;
                for (Future<Boolean> it : two.invokeAll(both)) {
                    demoted += it.get() ? 1 : 0;
                }

                assertThat(demoted).isEqualTo(1);
            }
        }
    }

    @Test
    void countNobodyWhoseAccountIsClosed() {
        account("one");
        account("other");
        accounts.change("other", it -> it.closed(true));

        assertThatThrownBy(() -> operators(NOW).letGo("one")).isInstanceOf(RuleViolation.class);
    }

    @Test
    void countWhoWasInterruptedWhenLeavingAfterAMinute() {
        account("one");
        account("other");
        operators(NOW).letGo("one");

        assertThatThrownBy(() -> operators(NOW.plusSeconds(59)).letGo("other"))
                .isInstanceOfSatisfying(
                        RuleViolation.class, it -> assertThat(it.rule()).isEqualTo(Rule.ACCOUNT_LAST_OPERATIONS));
        operators(NOW.plus(Duration.ofMinutes(1))).letGo("other");
    }

    @Test
    void keepOneOfThreeWhoLeaveWithinAMinute() {
        account("one");
        account("two");
        account("three");
        operators(NOW).letGo("one");
        operators(NOW).letGo("two");

        assertThatThrownBy(() -> operators(NOW).letGo("three")).isInstanceOf(RuleViolation.class);
    }

    @Test
    void rememberNobodyWhoLeftLongerAgo() {
        account("one");
        account("two");
        account("three");
        operators(NOW).letGo("one");
        Instant later = NOW.plus(Duration.ofMinutes(1));

        operators(later).letGo("two");

        assertThat(vault.records("operators-leaving", Operators.Leaving.class).find("all"))
                .contains(new Operators.Leaving(Map.of("two", later)));
    }

    /** Or else nobody could leave until the time that it showed. */
    @Test
    void countWhoWasLeavingByAClockThatWasAhead() {
        account("one");
        account("other");
        operators(NOW.plus(Duration.ofDays(365))).letGo("one");

        assertThatCode(() -> operators(NOW).letGo("other")).doesNotThrowAnyException();
    }

    @Test
    void letGoWhoHasAnotherRole() {
        accounts.add(Account.handedOver("agent", "agent", Role.AGENT, null, "hash", NOW));

        operators(NOW).letGo("agent");

        assertThat(accounts.require("agent").role()).isEqualTo(Role.AGENT);
    }
}
