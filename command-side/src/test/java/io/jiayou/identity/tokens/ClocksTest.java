package io.jiayou.identity.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.http.access.AccessTokens;
import io.jiayou.identity.credentials.CredentialsInMemory;
import io.jiayou.identity.credentials.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.JwtException;

/** Tokens are made and believed whatever the clock did before. */
class ClocksTest {

    private static final String ISSUER = "urn:jiayou";
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Caller SOMEBODY = new Caller("0197a3c5", Role.AGENT, null, null, Set.of(), "0197a3c6");

    private final Vault vault = new Vault(new CredentialsInMemory());

    /** A node with a clock of its own, on the credentials of all. */
    private record Node(SigningKeys keys, AccessTokenIssue tokens, Clock clock) {

        String token() {
            return tokens.of(SOMEBODY);
        }

        void believe(String token) {
            AccessTokens.decoder(keys, ISSUER, clock).decode(token);
        }

        List<JWK> published() {
            return keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
        }
    }

    private Node node(Clock clock) {
        SigningKeys keys = new SigningKeys(vault, clock);
        return new Node(keys, new AccessTokenIssue(keys, clock, ISSUER), clock);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT30S", "PT1M", "PT59M", "PT1H", "PT2H", "P20D", "P365D", "P3650D"})
    void worksAtOnceWhenAClockThatWasAheadIsSetRight(Duration ahead) {
        Node ran = node(new HandSetClock(START.plus(ahead)));
        ran.believe(ran.token());

        Node restarted = node(new HandSetClock(START));

        assertThatCode(() -> restarted.believe(restarted.token())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT30S", "PT1H", "P365D"})
    void worksOnWhenTheClockIsSetBackWhileItRuns(Duration back) {
        HandSetClock clock = new HandSetClock(START);
        Node node = node(clock);
        node.believe(node.token());

        clock.set(START.minus(back));

        assertThatCode(() -> node.believe(node.token())).doesNotThrowAnyException();
        clock.set(START.plusSeconds(1));
        assertThatCode(() -> node.believe(node.token())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT30S", "PT5M"})
    void letsNodesWithDifferentClocksBelieveEachOther(Duration apart) {
        Node ahead = node(new HandSetClock(START.plus(apart)));
        Node behind = node(new HandSetClock(START));
        String first = ahead.token();
        String second = behind.token();

        assertThatCode(() -> ahead.believe(ahead.token())).doesNotThrowAnyException();
        assertThatCode(() -> behind.believe(second)).doesNotThrowAnyException();
        assertThat(ahead.published()).isNotEmpty();
        if (apart.compareTo(Duration.ofMinutes(1)) < 0) {
            assertThatCode(() -> behind.believe(first)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT61S", "PT1H", "P365D"})
    void refusesATokenOfAClockThatWasAheadUntilItsOwnTime(Duration ahead) {
        HandSetClock clock = new HandSetClock(START.plus(ahead));
        Node node = node(clock);
        String early = node.token();

        clock.set(START);

        assertThatThrownBy(() -> node.believe(early)).isInstanceOf(JwtException.class);
        clock.set(START.plus(ahead).plus(AccessTokenIssue.LIFE).plusSeconds(6));
        assertThatThrownBy(() -> node.believe(early)).isInstanceOf(JwtException.class);
    }

    @Test
    void makesNoKeyBesidesTheFirstForFirstLoginsAtOneTime() throws InterruptedException, ExecutionException {
        Node node = node(Clock.systemUTC());
        try (ExecutorService logins = Executors.newFixedThreadPool(50)) {
            Callable<String> login = node::token;
            Set<String> tokens = logins.invokeAll(Collections.nCopies(500, login)).stream()
                    .map(ClocksTest::result)
                    .collect(Collectors.toSet());

            assertThat(tokens).hasSize(500);
            assertThat(node.published()).hasSize(1);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keepsNoKeysForEverThatAClockLeftBehind() {
        HandSetClock clock = new HandSetClock(START);
        Node node = node(clock);
        for (int n = 0; n < 20; n++) {
            clock.set(START.plus(Duration.ofDays(365L * (n % 2))));
            node.token();
            clock.forward(Duration.ofMinutes(1));
        }

        assertThat(node.published()).hasSizeLessThanOrEqualTo(2);
    }
}
