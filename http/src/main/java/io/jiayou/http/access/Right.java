package io.jiayou.http.access;

import io.jiayou.access.Caller;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By what right something goes on after it began.
 *
 * @param caller none in an open system, for who came without a token
 * @param issuedAt when the token was given out
 * @param until when the right ends at the latest
 * @param from where the request came from
 */
public record Right(@Nullable Caller caller, Instant issuedAt, Instant until, InetAddress from) {

    /** Imports, and exports of the whole log. */
    private static final Duration LONGEST_WORK = Duration.ofHours(1);

    /** For work that has an end of its own, and may take longer than a token lives: the same right, for an hour at most. */
    public Right lasting(Instant now) {
        Instant later = now.plus(LONGEST_WORK);
        return new Right(caller, issuedAt, until.isAfter(later) ? until : later, from);
    }
}
