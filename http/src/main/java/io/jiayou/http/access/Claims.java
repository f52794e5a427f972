package io.jiayou.http.access;

import java.time.Duration;

/** What an access token says, in the form of RFC 9068; whoever makes one and whoever reads one agree on it here. */
public final class Claims {

    /** The type in the token's header: no token of another kind is taken for an access token. */
    public static final String TYPE = "at+jwt";

    public static final String ROLE = "role";
    public static final String DRIVER = "driver";
    public static final String STATION = "station";
    public static final String SESSION = "sid";
    /** Scopes of a machine's key, separated by blanks (RFC 8693). */
    public static final String SCOPE = "scope";

    public static final String AUDIENCE = "jiayou";

    /** No access token lives longer; one that claims to is refused. */
    public static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    private Claims() {}
}
