package io.jiayou.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

class RememberedTokensTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<String> checked = new ArrayList<>();
    private Instant now = NOON;

    private final EndedSessions ended = new EndedSessions(() -> now, System::nanoTime);
    private final RememberedTokens tokens = new RememberedTokens(this::check, ended, () -> now);

    @BeforeEach
    void readBack() {
        ended.whole();
    }

    /** A token says until when it is good; others are forged. */
    private Jwt check(String token) {
        checked.add(token);
        if (token.equals("forged")) {
            throw new BadJwtException("forged");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "ES256")
                .subject("driver:1")
                .claim(Claims.ROLE, "driver")
                .claim(Claims.SESSION, "a session")
                .issuedAt(NOON.minusSeconds(1))
                .expiresAt(Instant.parse(token))
                .build();
    }

    private String believe(String token) {
        return tokens.authenticate(new BearerTokenAuthenticationToken(token)) instanceof TokenOfCaller caller
                ? caller.getPrincipal().actor()
                : "";
    }

    @Test
    void checksATokenOnceAMinute() {
        String token = NOON.plusSeconds(300).toString();
        believe(token);
        now = NOON.plusSeconds(59);
        assertThat(believe(token)).isEqualTo("driver:1");
        assertThat(checked).hasSize(1);

        now = NOON.plusSeconds(60);
        believe(token);
        assertThat(checked).hasSize(2);
    }

    @Test
    void checksAnExpiredTokenAgain() {
        String token = NOON.plusSeconds(10).toString();
        believe(token);
        now = NOON.plusSeconds(10);
        believe(token);
        assertThat(checked).hasSize(2);
    }

    @Test
    void remembersABoundedNumber() {
        String first = NOON.plusSeconds(300).toString();
        believe(first);
        for (int n = 1; n < 10_000; n++) {
            believe(NOON.plusSeconds(300).plusNanos(n).toString());
        }
        believe(first);
        assertThat(checked).hasSize(10_000);

        believe(NOON.plusSeconds(400).toString());
        believe(first);
        assertThat(checked).hasSize(10_002);
    }

    @Test
    void checksAgainWhenTheClockWasSetBack() {
        String token = NOON.plusSeconds(300).toString();
        believe(token);
        now = NOON.minus(Duration.ofDays(365));
        believe(token);
        assertThat(checked).hasSize(2);
    }

    @Test
    void neverRemembersWhatIsForged() {
        assertThatThrownBy(() -> believe("forged")).isInstanceOf(InvalidBearerTokenException.class);
        assertThatThrownBy(() -> believe("forged")).isInstanceOf(InvalidBearerTokenException.class);
        assertThat(checked).hasSize(2);
    }

    /** A token that was believed a moment ago isn't when its session has ended, nor when its actor may nothing more. */
    @Test
    void believesNoTokenOfASessionThatHasEnded() {
        String token = NOON.plusSeconds(300).toString();
        assertThat(believe(token)).isEqualTo("driver:1");

        ended.ended("a session");

        assertThatThrownBy(() -> believe(token)).isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void believesNoTokenOfAnActorWhoMayNothingMoreUntilTheRightIsBack() {
        String token = NOON.plusSeconds(300).toString();
        ended.ended("driver:1");
        assertThatThrownBy(() -> believe(token)).isInstanceOf(InvalidBearerTokenException.class);

        ended.back("driver:1");

        assertThat(believe(token)).isEqualTo("driver:1");
    }

    @Test
    void believesNoneBeforeWhatEndedIsKnown() {
        RememberedTokens early =
                new RememberedTokens(this::check, new EndedSessions(() -> now, System::nanoTime), () -> now);
        String token = NOON.plusSeconds(300).toString();

        assertThatThrownBy(() -> early.authenticate(new BearerTokenAuthenticationToken(token)))
                .isInstanceOf(UnknownYet.class);
    }
}
