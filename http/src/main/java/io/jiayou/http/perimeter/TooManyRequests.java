package io.jiayou.http.perimeter;

import io.jiayou.http.ProblemException;
import io.jiayou.http.ProblemWriter;
import io.jiayou.rules.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;

/** 429 with the whole seconds after which the next request may come (RFC 6585, 4). */
final class TooManyRequests {

    private TooManyRequests() {}

    static void answer(HttpServletRequest request, HttpServletResponse response, ProblemWriter problems, Duration wait)
            throws IOException {
        long seconds = Math.max(1, RateHeaders.seconds(wait));
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        problems.write(
                request,
                response,
                new ProblemException(
                        Problem.TOO_MANY_REQUESTS, null, "the next may come after {0}", Duration.ofSeconds(seconds)));
    }
}
