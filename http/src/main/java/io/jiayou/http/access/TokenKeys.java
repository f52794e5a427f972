package io.jiayou.http.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;

/** The keys that this process checks tokens with, wherever they come from. */
record TokenKeys(PublishedKeys keys) {

    /** All of them; only what is public. */
    JWKSet all() throws KeySourceException {
        return new JWKSet(keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null)).toPublicJWKSet();
    }
}
