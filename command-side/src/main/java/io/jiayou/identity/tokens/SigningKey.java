package io.jiayou.identity.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.jiayou.ids.Ids;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;

/**
 * A key that signs access tokens for a while. It's published before it signs, so that everybody knows it in time, and
 * after, so that its last tokens can still be checked.
 *
 * @param jwk the private key as a JSON web key; never leaves the store of credentials
 */
record SigningKey(String jwk, Instant signsFrom, Instant signsUntil) {

    private static final Duration PUBLISHED_AFTER = Duration.ofMinutes(15);

    static SigningKey generated(Instant from, Instant until) {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyID(Ids.timeOrdered())
                    .generate();
            return new SigningKey(key.toJSONString(), from, until);
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    boolean signsAt(Instant now) {
        return !now.isBefore(signsFrom) && now.isBefore(signsUntil);
    }

    boolean isPublishedAt(Instant now) {
        return now.isBefore(signsUntil.plus(PUBLISHED_AFTER));
    }

    ECKey key() {
        try {
            return ECKey.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("a signing key can't be read", e);
        }
    }
}
