package io.jiayou.http;

import io.jiayou.rules.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies above a limit with 413, whether their length was announced or not, before any other filter reads them.
 * Imports have a limit of their own.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
public final class BodyLimit extends OncePerRequestFilter {

    private final long limit;
    private final long importLimit;
    private final ProblemWriter problems;

    /**
     * @param limit bytes of an ordinary body
     * @param importLimit bytes of a file for {@code /api/imports/}
     */
    public BodyLimit(long limit, long importLimit, ProblemWriter problems) {
        this.limit = limit;
        this.importLimit = importLimit;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // the servlet path is decoded and has no /../ any more
        long allowed = request.getServletPath().startsWith("/api/imports/") ? importLimit : limit;
        if (request.getContentLengthLong() > allowed) {
            problems.write(request, response, tooLarge(allowed));
        } else {
            chain.doFilter(new LimitedRequest(request, allowed), response);
        }
    }

    static ProblemException tooLarge(long allowed) {
        return new ProblemException(Problem.BODY_TOO_LARGE, null, "a body has at most " + allowed + " bytes here");
    }
}
