package io.jiayou.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.access.Caller;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/** A stream tells on threads of its own who reads it: what is personal in it is counted as read by that person. */
class OnBehalfTest {

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    private static void requestOf(String actor) {
        Jwt token = Jwt.withTokenValue("t")
                .header("alg", "ES256")
                .subject(actor)
                .claim(Claims.ROLE, "agent")
                .claim(Claims.SESSION, "s")
                .issuedAt(Instant.EPOCH)
                .expiresAt(Instant.EPOCH.plusSeconds(300))
                .build();
        SecurityContextHolder.getContext().setAuthentication(new TokenOfCaller(token));
    }

    private static String current() {
        return Callers.current().map(Caller::actor).orElse("nobody");
    }

    @Test
    void saysWhoTheCallerIsOnAnotherThreadAfterTheRequest() {
        requestOf("ann");
        OnBehalf ann = OnBehalf.ofCurrent();
        SecurityContextHolder.clearContext();

        try (var other = Executors.newSingleThreadExecutor()) {
            CompletableFuture<String> inside = new CompletableFuture<>();
            other.execute(() -> ann.run(() -> inside.complete(current())));
            assertThat(inside.join()).isEqualTo("ann");
            assertThat(CompletableFuture.supplyAsync(OnBehalfTest::current, other)
                            .join())
                    .isEqualTo("nobody");
        }
    }

    @Test
    void leavesTheThreadsOwnCallerAsItWas() {
        requestOf("ann");
        OnBehalf ann = OnBehalf.ofCurrent();
        SecurityContextHolder.clearContext();
        requestOf("berta");

        ann.run(() -> assertThat(current()).isEqualTo("ann"));

        assertThat(current()).isEqualTo("berta");
    }
}
