package io.jiayou.http.perimeter;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** Tells clients how they stand with a rate before they are refused (draft-ietf-httpapi-ratelimit-headers). */
final class RateHeaders {

    static final String POLICY = "RateLimit-Policy";
    static final String LEFT = "RateLimit";

    private static final Duration LESS_THAN_A_SECOND = Duration.ofNanos(999_999_999);

    private RateHeaders() {}

    /** In place of what was said of another rate. */
    static void say(HttpServletResponse response, Standing standing) {
        String policy = '"' + standing.policy() + '"';
        response.setHeader(POLICY, policy + ";q=" + standing.quota() + ";w=60");
        response.setHeader(LEFT, policy + ";r=" + standing.left() + ";t=" + seconds(standing.wholeAfter()));
    }

    /** For whom no rate holds after all. */
    static void sayNothing(HttpServletResponse response) {
        response.setHeader(POLICY, null);
        response.setHeader(LEFT, null);
    }

    /** Whole ones, of which none comes too early. */
    static long seconds(Duration time) {
        return time.plus(LESS_THAN_A_SECOND).toSeconds();
    }
}
