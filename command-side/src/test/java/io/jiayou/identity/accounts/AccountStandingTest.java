package io.jiayou.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.access.Role;
import io.jiayou.driver.SomeDriver;
import io.jiayou.identity.credentials.CredentialsInMemory;
import io.jiayou.identity.credentials.Vault;
import io.jiayou.identity.events.LoginWay;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccountStandingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final Accounts accounts = new Accounts(new Vault(new CredentialsInMemory()), SomeDriver.KEY);
    private final AccountStanding standing = new AccountStanding(accounts);

    AccountStandingTest() {
        accounts.add(Account.handedOver("a", "zhang.san", Role.AGENT, null, "hash", NOW));
    }

    @Test
    void isThatOfWhoLogsInByPassword() {
        assertThat(standing.ways()).containsExactly(LoginWay.PASSWORD);
    }

    @Test
    void holdsUntilWhatProvesThePersonIsAnother() {
        assertThat(standing.holds("a", 0)).isTrue();
        assertThat(standing.holds("nobody", 0)).isFalse();

        accounts.change("a", it -> it.withOwnPassword("another", "10.1.2.0/24"));

        assertThat(standing.holds("a", 0)).isFalse();
        assertThat(standing.holds("a", 1)).isTrue();
    }

    @Test
    void holdsUnderNoEpochOfAClosedAccount() {
        long epoch = accounts.change("a", it -> it.closed(true)).credentialsEpoch();

        assertThat(standing.holds("a", epoch)).isFalse();
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(standing.missing("a")).contains("change-password");
        assertThat(standing.missing("nobody")).isEmpty();
    }
}
