package io.jiayou.identity.sessions;

import io.jiayou.identity.credentials.Secrets;
import java.util.Optional;

/**
 * What a client gives back for its next access token: opaque to it, good for one time.
 *
 * @param family shared by all refresh tokens of the session
 * @param own this one's
 */
record RefreshToken(String sessionId, String family, String own) {

    private static final int PARTS = 3;

    static RefreshToken first(String sessionId) {
        return new RefreshToken(sessionId, Secrets.random(), Secrets.random());
    }

    RefreshToken next() {
        return new RefreshToken(sessionId, family, Secrets.random());
    }

    static Optional<RefreshToken> parse(String text) {
        String[] parts = text.split("\\.", -1);
        return parts.length == PARTS ? Optional.of(new RefreshToken(parts[0], parts[1], parts[2])) : Optional.empty();
    }

    /** As the client keeps it. */
    String text() {
        return String.join(".", sessionId, family, own);
    }

    /** Secrets don't get into logs. */
    @Override
    public String toString() {
        return "refresh token of " + sessionId;
    }
}
