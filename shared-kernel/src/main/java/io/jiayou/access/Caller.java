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

    /** Who reads the data directory, in whatever role; by itself the system, which asks itself something. */
    public static final String TERMINAL = "terminal";

    private static final String OF_ACCOUNT = TERMINAL + ".";
    private static final int LONGEST_ACCOUNT = 40;

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether they act for one driver or one station, and not for all. */
    public boolean isOfOne() {
        return driverId != null || stationId != null;
    }

    /** Whether it's a program whose key is good for one station: whatever its scopes allow, it is for what is that station's. */
    boolean isProgramOfOneStation() {
        return role == Role.MACHINE && stationId != null;
    }

    /**
     * Who reads the data directory under an account of the operating system: {@code terminal.ACCOUNT}. What no id may hold
     * stands there as an underscore.
     *
     * @param account as the operating system names it; none where nobody is known
     */
    public static String atTerminal(@Nullable String account) {
        if (account == null || account.isBlank()) {
            return TERMINAL;
        }
        String plain = account.replaceAll("[^A-Za-z0-9._-]", "_");
        return OF_ACCOUNT + plain.substring(0, Math.min(plain.length(), LONGEST_ACCOUNT));
    }

    /** Whether an actor is somebody who reads the data directory, under whatever account. */
    public static boolean isAtTerminal(@Nullable String actor) {
        return actor != null && (actor.equals(TERMINAL) || actor.startsWith(OF_ACCOUNT));
    }
}
