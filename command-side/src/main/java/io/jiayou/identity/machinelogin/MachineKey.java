package io.jiayou.identity.machinelogin;

import io.jiayou.access.Scope;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a program's key.
 *
 * @param hash of its secret
 * @param stationId the station that it belongs to; none if to no single one
 */
record MachineKey(
        String id,
        String name,
        String hash,
        Set<Scope> scopes,
        @Nullable String stationId,
        Instant issuedAt,
        Instant expiresAt,
        boolean revoked) {

    MachineKey {
        scopes = Set.copyOf(scopes);
    }

    boolean isGood(Instant now) {
        return !revoked && now.isBefore(expiresAt);
    }

    MachineKey over() {
        return new MachineKey(id, name, hash, scopes, stationId, issuedAt, expiresAt, true);
    }
}
