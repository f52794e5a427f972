package io.jiayou.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who proved who they are, as their token says it.
 *
 * @param actor the driver's, the account's or the key's id
 * @param driverId the driver whom they act for; none for others than drivers
 * @param stationId the station that they belong to; none if to no single one
 * @param scopes of a machine's key; empty for people
 * @param sessionId what the token was given for
 */
public record Caller(
        String actor,
        Role role,
        @Nullable String driverId,
        @Nullable String stationId,
        Set<Scope> scopes,
        String sessionId) {

    /** Who reads the data directory, in whatever role: nobody in particular. */
    public static final String TERMINAL = "terminal";

    public Caller {
        scopes = Set.copyOf(scopes);
    }
}
