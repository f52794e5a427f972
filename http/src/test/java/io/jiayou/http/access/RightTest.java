package io.jiayou.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.access.Role;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;

class RightTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @AfterEach
    void isNobodyAgain() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void isThatOfTheToken() {
        TokenOfCaller token = Tokens.of(Role.AUDITOR);
        SecurityContextHolder.getContext().setAuthentication(token);

        assertThat(Callers.right(HERE))
                .isEqualTo(new Right(token.getPrincipal(), token.issued(), token.expires(), HERE));
    }

    @Test
    void ofWhoHasNoTokenHasNoEnd() {
        assertThat(Callers.right(HERE)).isEqualTo(new Right(null, Instant.MAX, Instant.MAX, HERE));
    }

    @Test
    void ofWorkThatLastsIsForAnHourOrAsLongAsTheTokenLives() {
        Right brief = new Right(null, NOON, NOON.plusSeconds(300), HERE);
        assertThat(brief.lasting(NOON).until()).isEqualTo(NOON.plus(Duration.ofHours(1)));

        Right longer = new Right(null, NOON, NOON.plus(Duration.ofHours(2)), HERE);
        assertThat(longer.lasting(NOON)).isEqualTo(longer);
    }
}
