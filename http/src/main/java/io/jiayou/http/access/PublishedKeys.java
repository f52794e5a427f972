package io.jiayou.http.access;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

/** The public keys that access tokens are signed with today; whoever has them can check a token without any secret. */
@FunctionalInterface
public interface PublishedKeys extends JWKSource<SecurityContext> {}
