package io.jiayou.identity.terminallogin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.jiayou.ids.Ids;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a command at the terminal shows instead of a password: a statement signed with the key in the data directory
 * (HS256, in the manner of RFC 7523), good for a minute and for one time. The key itself never travels.
 *
 * @param id by which a second use is told
 * @param account of the operating system, as the command says; none where it didn't say
 */
public record TerminalAssertion(
        String id,
        String role,
        @Nullable String driverId,
        @Nullable String stationId,
        @Nullable String account,
        Instant expiresAt) {

    private static final String TYPE = "terminal+jwt";
    private static final String AUDIENCE = "jiayou-terminal";
    private static final String EXPIRES = "exp";
    private static final String ROLE = "role";
    private static final String DRIVER = "driver";
    private static final String STATION = "station";
    private static final String ACCOUNT = "account";
    private static final Duration LIFE = Duration.ofMinutes(1);

    /** States that somebody who isn't named wants a role. */
    public static String signed(
            byte[] key, String role, @Nullable String driverId, @Nullable String stationId, Instant now) {
        return signedBy(null, key, role, driverId, stationId, now);
    }

    /**
     * States who wants which role; none of station and driver where the role has none.
     *
     * @param account of the operating system
     */
    public static String signedBy(
            @Nullable String account,
            byte[] key,
            String role,
            @Nullable String driverId,
            @Nullable String stationId,
            Instant now) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("aud", AUDIENCE);
        claims.put("jti", Ids.timeOrdered());
        claims.put(EXPIRES, now.plus(LIFE).getEpochSecond());
        claims.put(ROLE, role);
        claims.put(DRIVER, driverId);
        claims.put(STATION, stationId);
        claims.put(ACCOUNT, account);
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .type(new JOSEObjectType(TYPE))
                    .build();
            SignedJWT statement = new SignedJWT(header, JWTClaimsSet.parse(claims));
            statement.sign(new MACSigner(key));
            return statement.serialize();
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("the terminal's key can't be used", e);
        }
    }

    /** What a statement says; none if it isn't one, isn't signed with the key, or is too old or too long-lived. */
    static Optional<TerminalAssertion> verified(String text, byte[] key, Instant now) {
        try {
            SignedJWT statement = SignedJWT.parse(text);
            boolean ours = statement.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
                    && new JOSEObjectType(TYPE).equals(statement.getHeader().getType())
                    && statement.verify(new MACVerifier(key));
            return ours ? said(statement.getPayload().toJSONObject(), now) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private static Optional<TerminalAssertion> said(Map<String, Object> claims, Instant now) {
        if (!AUDIENCE.equals(claims.get("aud"))
                || !(claims.get(EXPIRES) instanceof Long seconds)
                || !(claims.get("jti") instanceof String id)
                || !(claims.get(ROLE) instanceof String role)) {
            return Optional.empty();
        }
        Instant expires = Instant.ofEpochSecond(seconds);
        boolean inTime = now.isBefore(expires) && !expires.isAfter(now.plus(LIFE));
        return inTime
                ? Optional.of(new TerminalAssertion(
                        id, role, text(claims, DRIVER), text(claims, STATION), text(claims, ACCOUNT), expires))
                : Optional.empty();
    }

    private static @Nullable String text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text ? text : null;
    }
}
