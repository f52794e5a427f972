package io.jiayou.identity.tokens;

import static io.jiayou.identity.IdentityAlone.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jwt.SignedJWT;
import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.access.Scope;
import io.jiayou.identity.credentials.CredentialsInMemory;
import io.jiayou.identity.credentials.Vault;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTokenIssueTest {

    private final CredentialsInMemory stored = new CredentialsInMemory();
    private final HandSetClock clock = new HandSetClock(NOW);
    private final SigningKeys keys = new SigningKeys(new Vault(stored), clock);
    private final AccessTokenIssue tokens = new AccessTokenIssue(keys, clock, "urn:somebody");

    @Test
    void saysWhoTheCallerIsAndForHowLong() throws ParseException {
        SignedJWT token = SignedJWT.parse(tokens.of(new Caller("ann", Role.AGENT, null, null, Set.of(), "s1")));

        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(token.getHeader().getKeyID())
                .isEqualTo(published().getFirst().getKeyID());
        assertThat(token.getJWTClaimsSet().getClaims())
                .containsEntry("iss", "urn:somebody")
                .containsEntry("sub", "ann")
                .containsEntry("role", "agent")
                .containsEntry("sid", "s1")
                .containsEntry("iat", Date.from(NOW))
                .containsEntry("exp", Date.from(NOW.plus(Duration.ofMinutes(5))))
                .containsKey("jti")
                .doesNotContainKeys("driver", "station", "scope");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("jiayou");
    }

    @Test
    void saysWhichDriverStationAndScopes() throws ParseException {
        Caller somebody = new Caller("ann", Role.DRIVER, "driver-1", "station-1", Set.of(Scope.values()), "s1");

        SignedJWT token = SignedJWT.parse(tokens.of(somebody));

        List<String> scopes =
                Set.of(Scope.values()).stream().map(Scope::code).sorted().toList();
        assertThat(token.getJWTClaimsSet().getClaims())
                .containsEntry("driver", "driver-1")
                .containsEntry("station", "station-1")
                .containsEntry("scope", String.join(" ", scopes));
    }

    /** Each token is signed; the ring of all nodes is read every half minute. */
    @Test
    void readsTheRingEveryHalfMinuteAtMost() {
        Caller somebody = new Caller("ann", Role.AGENT, null, null, Set.of(), "s1");
        tokens.of(somebody);
        List<Integer> after = stored.work();

        clock.forward(Duration.ofSeconds(29));
        tokens.of(somebody);
        assertThat(stored.work()).isEqualTo(after);

        clock.forward(Duration.ofSeconds(1));
        tokens.of(somebody);
        assertThat(stored.work()).isEqualTo(List.of(after.getFirst() + 1, after.getLast()));
    }

    @Test
    void publishesNoPrivateKeys() {
        tokens.of(new Caller("ann", Role.AGENT, null, null, Set.of(), "s1"));

        assertThat(published()).isNotEmpty().noneMatch(JWK::isPrivate);
    }

    @Test
    void publishesNothingWithoutAStore() {
        assertThat(new SigningKeys(CredentialsInMemory.none(), clock).get(all(), null))
                .isEmpty();
    }

    private List<JWK> published() {
        return keys.get(all(), null);
    }

    private static JWKSelector all() {
        return new JWKSelector(new JWKMatcher.Builder().build());
    }
}
