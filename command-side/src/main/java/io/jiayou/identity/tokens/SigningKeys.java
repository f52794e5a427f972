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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The keys that sign access tokens, the same on all nodes. They change by themselves, whoever looks at them first. */
@Component
public class SigningKeys implements PublishedKeys {

    private static final String RING = "ring";
    /** What another node changed is seen after that long. */
    private static final Duration KEPT = Duration.ofSeconds(30);

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
        Instant now = clock.instant();
        return ring(now).signing(now).key();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        if (!vault.isOpen()) {
            return List.of();
        }
        List<JWK> all = ring(clock.instant()).keys().stream()
                .<JWK>map(key -> key.key().toPublicJWK())
                .toList();
        return selector.select(new JWKSet(all));
    }

    private KeyRing ring(Instant now) {
        Seen last = seen;
        if (last != null && now.isBefore(last.at.plus(KEPT)) && !now.isBefore(last.at)) {
            return last.ring;
        }
        KeyRing ring = rings.decide(RING, stored -> {
            KeyRing before = stored.orElse(KeyRing.EMPTY);
            KeyRing after = before.at(now, SigningKey::generated);
            return after == before ? Decided.keep(before) : Decided.become(after, after);
        });
        seen = new Seen(ring, now);
        return ring;
    }
}
