package io.jiayou.identity.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.jiayou.access.Caller;
import io.jiayou.access.Scope;
import io.jiayou.http.access.Claims;
import io.jiayou.ids.Ids;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes access tokens (RFC 9068), signed with ES256. */
@Component
public class AccessTokenIssue {

    /** Short, since a token can't be called back: half of what would be allowed. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    private final SigningKeys keys;
    private final Clock clock;
    private final String issuer;

    public AccessTokenIssue(
            SigningKeys keys, Clock clock, @Value("${jiayou.identity.issuer:urn:jiayou}") String issuer) {
        this.keys = keys;
        this.clock = clock;
        this.issuer = issuer;
    }

    /** A token that says who the caller is, for {@link #LIFE}. */
    public String of(Caller caller) {
        try {
            ECKey key = keys.signing();
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(new JOSEObjectType(Claims.TYPE))
                    .keyID(key.getKeyID())
                    .build();
            SignedJWT token = new SignedJWT(header, JWTClaimsSet.parse(claims(caller)));
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("an access token can't be made", e);
        }
    }

    private Map<String, Object> claims(Caller caller) {
        Instant now = clock.instant();
        Map<String, Object> claims = new TreeMap<>();
        claims.put("iss", issuer);
        claims.put("aud", Claims.AUDIENCE);
        claims.put("sub", caller.actor());
        claims.put("jti", Ids.timeOrdered());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        claims.put(Claims.ROLE, caller.role().code());
        claims.put(Claims.SESSION, caller.sessionId());
        if (caller.driverId() != null) {
            claims.put(Claims.DRIVER, caller.driverId());
        }
        if (caller.stationId() != null) {
            claims.put(Claims.STATION, caller.stationId());
        }
        if (!caller.scopes().isEmpty()) {
            claims.put(
                    Claims.SCOPE,
                    caller.scopes().stream().map(Scope::code).sorted().collect(Collectors.joining(" ")));
        }
        return claims;
    }
}
