package io.jiayou.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.access.Role;
import io.jiayou.http.bounds.Bounds;
import io.jiayou.http.bounds.Machine;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetTest {

    private static final String PASSWORD = "fuel the blue lorry";

    private final Passwords passwords = new Passwords(Bounds.of(new Machine(512L << 20, 2), Map.of()), 64);
    private final Account account = Account.handedOver(
            "a", "zhang.san", Role.AGENT, null, passwords.hash(PASSWORD), Instant.parse("2026-03-01T08:00:00Z"));

    @AfterEach
    void close() {
        passwords.close();
    }

    @Test
    void tellsWhichHashAPasswordFits() {
        Met met = new Met("a", account, false);

        assertThat(met.fitting(passwords, PASSWORD)).isEqualTo(account.password());
        assertThat(met.fitting(passwords, "paint the green tanker")).isNull();
    }

    @Test
    void fitsNoPasswordWhereNobodyIsOrTheAccountIsLocked() {
        assertThat(new Met("a", null, false).fitting(passwords, PASSWORD)).isNull();
        assertThat(new Met("a", account, true).fitting(passwords, PASSWORD)).isNull();
    }
}
