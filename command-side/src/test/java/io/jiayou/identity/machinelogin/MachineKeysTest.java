package io.jiayou.identity.machinelogin;

import static io.jiayou.identity.IdentityAlone.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.access.Scope;
import io.jiayou.http.ProblemException;
import io.jiayou.identity.IdentityAlone;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.events.MachineKeyIssued;
import io.jiayou.identity.events.MachineKeyRevoked;
import io.jiayou.identity.sessions.Granted;
import io.jiayou.rules.Problem;
import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MachineKeysTest {

    private static final Duration LIFE = Duration.ofDays(90);

    private final IdentityAlone identity = new IdentityAlone();
    private final KeyStanding standing = new KeyStanding(identity.vault(), identity.clock());
    private final MachineKeys keys =
            new MachineKeys(identity.vault(), identity.sessions(standing), identity.journal(), identity.clock());
    private final MachineKeys.Issued issued = keys.issue("pump 7", Set.of(Scope.PUMP, Scope.READING), "s7", LIFE);

    @Test
    void logProgramsIn() {
        Granted granted = keys.logIn(issued.key());

        assertThat(granted.role()).isEqualTo("machine");
        assertThat(granted.stationId()).isEqualTo("s7");
        assertThat(granted.refreshToken()).isNull();
    }

    @Test
    void areWrittenDownWithoutTheirSecret() {
        assertThat(identity.written())
                .containsExactly(new MachineKeyIssued(
                        issued.keyId(), "pump 7", List.of("pump", "reading"), "s7", NOW.plus(LIFE), NOW));
        assertThat(keys.all()).singleElement().satisfies(kept -> {
            assertThat(kept.id()).isEqualTo(issued.keyId());
            assertThat(issued.key()).doesNotContain(kept.hash());
        });
        assertThat(identity.kept()).doesNotContain(issued.key().split("~", -1)[2]);
        assertThat(issued).hasToString("key " + issued.keyId());
    }

    @Test
    void areGoodUntilTheyExpire() {
        identity.clock().forward(LIFE.minusSeconds(1));
        assertThat(keys.logIn(issued.key()).role()).isEqualTo("machine");
        assertThat(standing.holds(issued.keyId(), 0)).isTrue();

        identity.clock().forward(Duration.ofSeconds(1));
        assertRefused(issued.key());
        assertThat(standing.holds(issued.keyId(), 0)).isFalse();
    }

    @Test
    void areGoodUntilTheyAreRevoked() {
        keys.revoke(issued.keyId());

        assertRefused(issued.key());
        assertThat(standing.holds(issued.keyId(), 0)).isFalse();
        assertThat(identity.written()).endsWith(new MachineKeyRevoked(issued.keyId(), NOW));
    }

    @Test
    void areNothingElse() {
        String[] parts = issued.key().split("~", -1);

        assertThat(parts).startsWith("jyk", issued.keyId());
        assertRefused("");
        assertRefused(issued.key() + "~more");
        assertRefused(String.join("~", "key", parts[1], parts[2]));
        assertRefused(String.join("~", parts[0], parts[1], "guess"));
        assertRefused(String.join("~", parts[0], "unknown", parts[2]));
    }

    @Test
    void areRevokedOnlyIfThereAreSuch() {
        assertThatThrownBy(() -> keys.revoke("unknown"))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo(Rule.MACHINE_KEY_UNKNOWN));
    }

    @Test
    void areWhatSessionsOfProgramsStandOn() {
        assertThat(standing.ways()).containsExactly(LoginWay.KEY);
        assertThat(standing.holds("unknown", 0)).isFalse();
    }

    private void assertRefused(String key) {
        assertThatThrownBy(() -> keys.logIn(key))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(Problem.LOGIN_REFUSED));
    }
}
