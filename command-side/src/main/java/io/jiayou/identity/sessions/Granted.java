package io.jiayou.identity.sessions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jiayou.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a login.
 *
 * @param sessionId by which the session can be ended
 * @param accessToken for the header {@code Authorization: Bearer …}
 * @param expiresIn seconds until the access token ends
 * @param refreshToken for one more answer like this; none where logging in again is as easy
 * @param role what the caller may; {@code newcomer} if something is missing
 * @param driverId whom the caller acts for; none but for drivers
 * @param stationId the station that the caller is bound to; none where that is no single one
 * @param next what a newcomer has to do: change-password, enrol-second-factor, or log-in where nothing is missing any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Granted(
        String sessionId,
        String accessToken,
        String tokenType,
        long expiresIn,
        @Nullable String refreshToken,
        String role,
        @Nullable String driverId,
        @Nullable String stationId,
        @Nullable String next) {

    /** The role comes with the next login: what was missing wasn't shown when this session began. */
    public static final String LOG_IN = "log-in";

    static Granted of(Caller caller, String accessToken, long expiresIn, @Nullable String refreshToken) {
        return new Granted(
                caller.sessionId(),
                accessToken,
                "Bearer",
                expiresIn,
                refreshToken,
                caller.role().code(),
                caller.driverId(),
                caller.stationId(),
                null);
    }

    /** With what has to be done next. */
    public Granted andNext(@Nullable String what) {
        return new Granted(sessionId, accessToken, tokenType, expiresIn, refreshToken, role, driverId, stationId, what);
    }

    /** Tokens don't get into logs. */
    @Override
    public String toString() {
        return "tokens of " + sessionId;
    }
}
