package io.jiayou.http.access;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The keys that another process publishes: fetched once, kept, refreshed ahead of time, and kept on while the other
 * process is away. A token with a key that nobody knows yet makes them be fetched anew, but not for every such token.
 */
final class RemoteKeys {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration KEPT_DURING_AN_OUTAGE = Duration.ofHours(4);

    private RemoteKeys() {}

    /** @throws IllegalArgumentException for an address that is none */
    static PublishedKeys at(String address) {
        try {
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                            URI.create(address).toURL())
                    .cache(KEPT.toMillis(), PATIENCE.toMillis())
                    .outageTolerant(KEPT_DURING_AN_OUTAGE.toMillis())
                    .build();
            return keys::get;
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("jiayou.identity.jwks-uri is no address: " + address, e);
        }
    }

    /** Where nobody says where keys are, no token is believed. */
    static PublishedKeys none() {
        return (selector, context) -> List.of();
    }
}
