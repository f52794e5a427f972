package io.jiayou.identity.tokens;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import io.jiayou.http.access.PublishedKeys;
import io.jiayou.identity.credentials.Decided;
import io.jiayou.identity.credentials.Records;
import io.jiayou.identity.credentials.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The keys that sign access tokens, the same on all nodes. They change by themselves, whoever looks at them first. */
@Component
public class SigningKeys implements PublishedKeys {

    private static final String RING = "ring";
    /** What another node changed is seen after that long. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    /** A ring that is as it has to be at a time. */
    private record Seen(KeyRing ring, Instant at) {}

    private final Vault vault;
    private final Records<KeyRing> rings;
    private final Clock clock;
    private volatile @Nullable Seen seen;

    public SigningKeys(Vault vault, Clock clock) {
        this.vault = vault;
        this.rings = vault.records("signing-keys", KeyRing.class);
        this.clock = clock;
    }

    /** The key that signs now, with its private part. */
    ECKey signing() {
        Seen now = now();
        return now.ring.signing(now.at).key();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        if (!vault.isOpen()) {
            return List.of();
        }
        List<JWK> all = now().ring.keys().stream()
                .<JWK>map(key -> key.key().toPublicJWK())
                .toList();
        return selector.select(new JWKSet(all));
    }

    private Seen now() {
        Seen last = seen;
        Instant asked = clock.instant();
        if (last != null && !asked.isBefore(last.at) && asked.isBefore(last.at.plus(KEPT))) {
            return new Seen(last.ring, asked);
        }
        Seen now = rings.decide(RING, this::decide);
        seen = now;
        return now;
    }

    /** The time is taken when the stored ring has been read: at an earlier one its newest key may not sign yet. */
    private Decided<KeyRing, Seen> decide(Optional<KeyRing> stored) {
        Instant now = clock.instant();
        KeyRing before = stored.orElse(KeyRing.EMPTY);
        KeyRing after = before.at(now, SigningKey::generated);
        Seen answer = new Seen(after, now);
        return after == before ? Decided.keep(answer) : Decided.become(after, answer);
    }
}
