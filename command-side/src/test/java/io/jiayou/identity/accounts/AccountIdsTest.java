package io.jiayou.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.driver.SomeDriver;
import io.jiayou.identity.credentials.CredentialsInMemory;
import io.jiayou.identity.credentials.Vault;
import io.jiayou.ids.Ids;
import org.junit.jupiter.api.Test;

/** Under which ids accounts are found by their names. */
class AccountIdsTest {

    private static final String BEFORE = Ids.derived("account", "li.na");

    private final CredentialsInMemory credentials = new CredentialsInMemory();
    private final Accounts accounts = new Accounts(new Vault(credentials), SomeDriver.KEY);

    @Test
    void needTheKey() {
        assertThat(accounts.id("li.na"))
                .isEqualTo(SomeDriver.KEY.derivedId("account", "li.na"))
                .isEqualTo(accounts.id(" Li.Na "))
                .isNotEqualTo(BEFORE);
    }

    @Test
    void stayForAnAccountOfBefore() {
        credentials.replace("accounts/" + BEFORE, null, """
                {"id":"%s","name":"li.na","role":"AGENT","password":"hash","factor":{"lastStep":0,"recovery":[]},\
                "failures":0,"closed":false,"createdAt":"2026-03-01T08:00:00Z"}""".formatted(BEFORE));

        assertThat(accounts.id("Li.Na")).isEqualTo(BEFORE);
    }
}
