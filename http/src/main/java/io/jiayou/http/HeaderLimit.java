package io.jiayou.http;

import io.jiayou.rules.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests whose line and headers together are above a limit with 431. The server's own limit has to be a larger
 * one: what is above that it refuses with 400, before any filter.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
final class HeaderLimit extends OncePerRequestFilter {

    private final long limit;
    private final ProblemWriter problems;

    /** @param limit characters of the path, the query, and all headers' names and values */
    HeaderLimit(long limit, ProblemWriter problems) {
        this.limit = limit;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (size(request) > limit) {
            problems.write(
                    request,
                    response,
                    new ProblemException(
                            Problem.HEADERS_TOO_LARGE, null, "a request's headers have at most {0} bytes", limit));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static long size(HttpServletRequest request) {
        long size = request.getRequestURI().length();
        size += request.getQueryString() == null ? 0 : request.getQueryString().length();
        for (String name : Collections.list(request.getHeaderNames())) {
            for (String value : Collections.list(request.getHeaders(name))) {
                size += name.length() + value.length();
            }
        }
        return size;
    }
}
